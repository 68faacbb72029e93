/** The kaders of feature P11: the legal frames of help. Several can hold for one child at once. */
export const KADER_KINDS = [
	'vrijwillig',
	'intensief_vrijwillig',
	'onderzoek',
	'voorlopige_ots',
	'ots',
	'uithuisplaatsing',
	'voogdij',
	'jeugdreclassering',
	'gesloten'
] as const;
export type KaderKind = (typeof KADER_KINDS)[number];

/**
 * Kaders that a judge decided on: the measure's own parts stay visible to every parent with gezag
 * and to the child from 12 (access-rules, "Court measure").
 */
export const COURT_MEASURES: readonly KaderKind[] = [
	'voorlopige_ots',
	'ots',
	'uithuisplaatsing',
	'voogdij',
	'jeugdreclassering',
	'gesloten'
];
