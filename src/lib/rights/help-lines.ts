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
	'kjrw',
	'fier',
	'seksueelGeweld',
	'slachtofferhulp',
	'meldpuntZorg',
	'geldfit',
	'zorgverzekering'
] as const;
export type HelpLineId = (typeof HELP_LINE_IDS)[number];

export type HelpLine = {
	readonly id: HelpLineId;
	readonly name: string;
	/** Grouped as people say it. Null when each town has its own. */
	readonly number: string | null;
	/** A second number for the same people, such as one that stays off the bill. */
	readonly also: string | null;
	/** Where one can write with somebody instead, without a phone that others hear. */
	readonly chat: string | null;
	readonly cost: 'free' | 'normal' | 'extra' | 'unknown';
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
		chat: null,
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
		chat: 'veiligthuis.nl',
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
		chat: null,
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
		chat: '113.nl',
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
		chat: null,
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
		chat: null,
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
		chat: null,
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
		chat: null,
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
		chat: null,
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
		chat: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'sdgsdenhaag.nl 2024; utrecht.kjrw.eu'
	},
	{
		id: 'fier',
		name: 'Chat met Fier',
		number: null,
		also: null,
		chat: 'chatmetfier.nl',
		cost: 'unknown',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'certain',
		checkedOn,
		source: 'omropfryslan.nl 2020; the number is not sure enough to be listed'
	},
	{
		id: 'seksueelGeweld',
		name: 'Centrum Seksueel Geweld',
		number: '0800-0188',
		also: null,
		chat: null,
		cost: 'free',
		hours: { when: 'always', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'own knowledge'
	},
	{
		id: 'slachtofferhulp',
		name: 'Slachtofferhulp Nederland',
		number: '0900-0101',
		also: null,
		chat: null,
		cost: 'extra',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'own knowledge'
	},
	{
		id: 'meldpuntZorg',
		name: 'Landelijk Meldpunt Zorg',
		number: '088-120 5020',
		also: null,
		chat: null,
		cost: 'normal',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'own knowledge'
	},
	{
		id: 'geldfit',
		name: 'Geldfit',
		number: '0800-8115',
		also: null,
		chat: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'kwaitwel.nl'
	},
	{
		id: 'zorgverzekering',
		name: 'Zorgverzekeringslijn',
		number: '0800-64 64 644',
		also: null,
		chat: null,
		cost: 'free',
		hours: { when: 'unknown', sure: false },
		onBill: 'unknown',
		numberIs: 'probable',
		checkedOn,
		source: 'kwaitwel.nl'
	}
];

/**
 * The crisis panel for whom it is: a child meets the line for children directly after 112, before the one
 * for everybody (facts 3).
 */
export const crisisLines = (child: boolean): readonly HelpLine[] => {
	if (!child) return CRISIS_LINES;
	const rank = (line: HelpLine) => ['emergency', 'kindertelefoon'].indexOf(line.id);
	const first = CRISIS_LINES.filter((line) => rank(line) >= 0);
	return [...first, ...CRISIS_LINES.filter((line) => rank(line) < 0)];
};

export const HELP_LINES: readonly HelpLine[] = [...CRISIS_LINES, ...OTHER_LINES];
