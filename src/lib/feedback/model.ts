/** A calendar quarter in Europe/Amsterdam, as '2026-Q4'. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The national criteria, as they are numbered: 2, 3.1, 3.4, 1 and 3.2 (facts 6.1). */
export const CRITERIA = ['use', 'independent', 'goals', 'dropout', 'no-new-start'] as const;

/** What the system does around families, from the portal's own records (feature F14). Never asked of anybody. */
export const INDICATORS = [
	'regisseur-changed',
	'terms-met',
	'jim-asked',
	'own-plan-offered',
	'later-at-17'
] as const;
export type Indicator = (typeof INDICATORS)[number];

export type Criterion = (typeof CRITERIA)[number] | Indicator;

/** `registration` is what organisations deliver, `system` what the portal itself keeps. */
export const INFORMANTS = ['youth', 'parent', 'jim', 'registration', 'system'] as const;
export type Informant = (typeof INFORMANTS)[number];

export const AGE_BANDS = ['12-15', '16-17', '18-23'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Kinds of help, coarse on purpose: a rare kind would point at a family. */
export const HELP_KINDS = [
	'lokaal_team',
	'ambulant',
	'dagbehandeling',
	'pleegzorg',
	'gezinshuis',
	'verblijf',
	'jeugdbescherming',
	'jeugdreclassering'
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** What the council may split by, one at a time (disclosure D6); null where nothing is known: counts in totals only. */
export type Split = {
	readonly region: string | null;
	readonly ageBand: AgeBand | null;
	readonly help: string | null;
	readonly kader: string | null;
};

/** One answer, or one thing registered, as the publication reads it: no person, no time finer than the quarter. */
export type Observation = {
	readonly criterion: Criterion;
	readonly informant: Informant;
	/** Keyed pseudonyms of the family, the respondent and the regisseur; they mean nothing outside their quarter. */
	readonly family: string;
	readonly respondent: string;
	readonly regisseur: string;
	/** A grade 1–10, a step of the configured scale, or 0/1. */
	readonly value: number;
	readonly split: Split;
};

/** How many could answer (for non-response), by the same split. */
export type Asked = {
	readonly criterion: Criterion;
	readonly informant: Informant;
	readonly family: string;
	readonly split: Split;
};
