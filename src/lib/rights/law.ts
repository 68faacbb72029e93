import type { Day } from '#lib/kernel/calendar.ts';
import { day } from '#lib/kernel/calendar.ts';

export type LawCode =
	| 'bw1'
	| 'jeugdwet'
	| 'besluitJeugdwet'
	| 'regelingJeugdwet'
	| 'wmo2015'
	| 'rv'
	| 'sr'
	| 'awb'
	| 'avg';

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
			/**
			 * The version of the text that our sentences were written from; not always the newest. Null when
			 * no text was read: what we say then rests on general knowledge, and the article says so.
			 */
			readonly readAsOf: Day | null;
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
	regelingJeugdwet: {
		name: 'Regeling Jeugdwet',
		short: 'Regeling Jeugdwet ',
		address: 'https://wetten.overheid.nl/BWBR0036007',
		readAsOf: day('2020-07-08'),
		alsoReadAsOf: day('2017-05-10')
	},
	wmo2015: {
		name: 'Wet maatschappelijke ondersteuning 2015',
		short: 'Wmo 2015 ',
		address: 'https://wetten.overheid.nl/BWBR0035362',
		readAsOf: day('2017-05-10'),
		alsoReadAsOf: null
	},
	rv: {
		name: 'Wetboek van Burgerlijke Rechtsvordering',
		short: 'Rv ',
		address: 'https://wetten.overheid.nl/BWBR0001827',
		readAsOf: day('2017-05-10'),
		alsoReadAsOf: null
	},
	sr: {
		name: 'Wetboek van Strafrecht',
		short: 'Sr ',
		address: 'https://wetten.overheid.nl/BWBR0001854',
		readAsOf: day('2017-05-10'),
		alsoReadAsOf: null
	},
	awb: {
		name: 'Algemene wet bestuursrecht',
		short: 'Awb ',
		address: 'https://wetten.overheid.nl/BWBR0005537',
		readAsOf: null,
		alsoReadAsOf: null
	},
	avg: {
		name: 'Algemene verordening gegevensbescherming',
		short: 'AVG ',
		address: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
		readAsOf: null,
		alsoReadAsOf: null
	}
};

/** The policy documents that the fact sheet quotes, by the mark it gives them: in a line, and in full. */
export const DOCUMENTS = {
	S000: { short: 'Visie zes regio’s', name: 'Visie van zes noordelijke regio’s' },
	S001: { short: 'Kamerbrief 2019', name: 'Kamerbrief en inspectierapport, 2019' },
	S002: { short: 'Rijnmond 2020', name: 'Regiovisie Rijnmond, 2020' },
	S003: { short: 'Haaglanden 2017', name: 'Notitie Haaglanden, 2017' },
	S004: { short: 'Actieprogramma 2018', name: 'Actieprogramma Zorg voor de Jeugd, 2018' }
} as const;
export type DocumentCode = keyof typeof DOCUMENTS;

/** Reads "bw1 265a" or "awb 6:7". Null for a law that we do not know, or no article at all. */
export function lawRef(text: string): LawRef | null {
	const [, law = '', article = ''] = /^(\w+) (\d[\w.:]*)$/.exec(text) ?? [];
	return law in LAWS ? { law: law as LawCode, article } : null;
}

/** "BW 1:263". */
export const citation = ({ law, article }: LawRef): string => `${LAWS[law].short}${article}`;

/** The day the sentences about rights were last compared with their sources. */
export const RIGHTS_CHECKED_ON: Day = day('2026-11-22');
