import type { Day } from '#lib/kernel/calendar.ts';
import { day } from '#lib/kernel/calendar.ts';

export type LawCode = 'bw1' | 'jeugdwet' | 'besluitJeugdwet' | 'wmo2015';

/** An article of a law, as sentences about rights refer to it. */
export type LawRef = { readonly law: LawCode; readonly article: string };

export const LAWS: Readonly<
	Record<
		LawCode,
		{
			readonly name: string;
			/** What stands before the article number when it is named. */
			readonly short: string;
			readonly address: string;
			/** The version of the text that our sentences were written from; not always the newest. */
			readonly readAsOf: Day;
			/** Some articles were read in an older version only. */
			readonly alsoReadAsOf: Day | null;
		}
	>
> = {
	bw1: {
		name: 'Burgerlijk Wetboek Boek 1',
		short: 'BW 1:',
		address: 'https://wetten.overheid.nl/BWBR0002656',
		readAsOf: day('2023-07-01'),
		alsoReadAsOf: null
	},
	jeugdwet: {
		name: 'Jeugdwet',
		short: 'Jeugdwet ',
		address: 'https://wetten.overheid.nl/BWBR0034925',
		readAsOf: day('2021-11-06'),
		alsoReadAsOf: day('2017-05-10')
	},
	besluitJeugdwet: {
		name: 'Besluit Jeugdwet',
		short: 'Besluit Jeugdwet ',
		address: 'https://wetten.overheid.nl/BWBR0035779',
		readAsOf: day('2024-11-23'),
		alsoReadAsOf: null
	},
	wmo2015: {
		name: 'Wet maatschappelijke ondersteuning 2015',
		short: 'Wmo 2015 ',
		address: 'https://wetten.overheid.nl/BWBR0035362',
		readAsOf: day('2017-05-10'),
		alsoReadAsOf: null
	}
};

/** "BW 1:263". */
export const citation = ({ law, article }: LawRef): string => `${LAWS[law].short}${article}`;

/** The day the sentences about rights were last compared with their sources. */
export const RIGHTS_CHECKED_ON: Day = day('2026-11-22');
