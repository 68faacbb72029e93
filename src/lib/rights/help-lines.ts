import type { Day } from '#lib/kernel/calendar.ts';
import { day } from '#lib/kernel/calendar.ts';

export const HELP_LINE_IDS = [
	'emergency',
	'veiligThuis',
	'kindertelefoon',
	'suicide',
	'jeugdstem',
	'luisterlijn',
	'juridischLoket',
	'kinderombudsman',
	'nationaleOmbudsman',
	'kjrw'
] as const;
export type HelpLineId = (typeof HELP_LINE_IDS)[number];

export type HelpLine = {
	readonly id: HelpLineId;
	readonly name: string;
	/** Grouped as people say it. Null when each town has its own. */
	readonly number: string | null;
	/** A second number for the same people, such as one that stays off the bill. */
	readonly also: string | null;
	readonly cost: 'free' | 'normal' | 'unknown';
	readonly hours: {
		readonly when: 'always' | 'daytimeToEvening' | 'unknown';
		/** Not sure: the page says so and asks people to check. */
		readonly sure: boolean;
	};
	/** Whether the call shows on the telephone bill. It always stays in the phone's own call list. */
	readonly onBill: 'no' | 'unknown';
	/** How sure the number is: `probable` gets a warning beside it. Anything less is not listed. */
	readonly numberIs: 'certain' | 'probable';
	/** Compared with public sources on this day; not a test call. */
	readonly checkedOn: Day;
	readonly source: string;
};

const checkedOn = day('2026-11-22');

/** The crisis panel, in this order. The child's line stands directly after the one for everybody. */
export const CRISIS_LINES: readonly (HelpLine & { readonly number: string })[] = [
	{
		id: 'emergency',
		name: '112',
		number: '112',
		also: null,
		cost: 'unknown',
		hours: { when: 'always', sure: true },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'rijksoverheid.nl'
	},
	{
		id: 'veiligThuis',
		name: 'Veilig Thuis',
		number: '0800-2000',
		also: null,
		cost: 'free',
		hours: { when: 'always', sure: true },
		onBill: 'no',
		numberIs: 'certain',
		checkedOn,
		source: 'rijksoverheid.nl, huiselijk geweld, wat moet ik doen'
	},
	{
		id: 'kindertelefoon',
		name: 'Kindertelefoon',
		number: '0800-0432',
		also: null,
		cost: 'free',
		hours: { when: 'daytimeToEvening', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'vriendenkindertelefoon.nl; hours from 2019'
	},
	{
		id: 'suicide',
		name: '113 Zelfmoordpreventie',
		number: '113',
		also: '0800-0113',
		cost: 'free',
		hours: { when: 'always', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'upday.com 3 October 2025; the 0800 number stays off the bill: hartvannederland.nl 2020'
	},
	{
		id: 'jeugdstem',
		name: 'Jeugdstem',
		number: '088-555 1000',
		also: null,
		cost: 'normal',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'regelhulp.nl, vertrouwenspersoon jeugd; jeugdstem.nl'
	}
];

/** Help that is no emergency. */
export const OTHER_LINES: readonly HelpLine[] = [
	{
		id: 'luisterlijn',
		name: 'De Luisterlijn',
		number: '088 0767 000',
		also: null,
		cost: 'normal',
		hours: { when: 'always', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'nrc.nl 27 July 2021'
	},
	{
		id: 'juridischLoket',
		name: 'Juridisch Loket',
		number: '0800-8020',
		also: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'own knowledge; older pages give a paid number'
	},
	{
		id: 'kinderombudsman',
		name: 'Kinderombudsman',
		number: '0800-876 5432',
		also: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'dekinderombudsman.nl, contact'
	},
	{
		id: 'nationaleOmbudsman',
		name: 'Nationale ombudsman',
		number: '0800-335 5555',
		also: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'own knowledge'
	},
	{
		id: 'kjrw',
		name: 'Kinder- en Jongerenrechtswinkel',
		number: null,
		also: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'sdgsdenhaag.nl 2024; utrecht.kjrw.eu'
	}
];

export const HELP_LINES: readonly HelpLine[] = [...CRISIS_LINES, ...OTHER_LINES];
