import type { AgeBand, Criterion, Informant, Quarter } from '#lib/feedback/model.ts';

/** What a figure is of: the end of a scale, which a mean may never reach, or a share of families. */
export type Scale =
	| { readonly kind: 'share' }
	| { readonly kind: 'grade'; readonly low: number; readonly high: number };

/** What was said or registered, by whom. Youth and parent stay apart (D1). */
export type Measure = {
	readonly criterion: Criterion;
	readonly informant: Informant;
	readonly scale: Scale;
};

/** Whether people said it, so that some did not: else it was registered, or kept by the portal itself. */
export const isAnswered = ({ informant }: Pick<Measure, 'informant'>): boolean =>
	informant !== 'registration' && informant !== 'system';

/** `value` is what was answered; `response` how many of the families that were asked did answer. */
export const ASPECTS = ['value', 'response'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Figures are split by one of these at a time (D6). `total` is not split. */
export const DIMENSIONS = ['total', 'ageBand', 'help', 'kader'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The families of all regions together. Only a total is shown of them. */
export const EVERYWHERE = 'alle';
/** The one category of a total. */
export const WHOLE = 'samen';

/** What there is to split by: fixed beforehand, because a list made from answers would tell who answered. */
export type Catalogue = {
	readonly measures: readonly Measure[];
	readonly regions: readonly string[];
	readonly ageBand: readonly AgeBand[];
	readonly help: readonly string[];
	readonly kader: readonly string[];
};

/** The place of a figure in the tables of a quarter. */
export type Place = {
	readonly criterion: Criterion;
	readonly informant: Informant;
	readonly aspect: Aspect;
	/** A region, or {@link EVERYWHERE}. */
	readonly population: string;
	readonly dimension: Dimension;
	readonly category: string;
};

/**
 * What is shown of a cell. `above` and `below` stand for everything past that value (D3).
 * `families` is rounded, as the value is.
 */
export type Figure = {
	readonly families: number;
	readonly value: number;
	readonly bound: 'exact' | 'above' | 'below';
};

/** Null says "too few to show", and nothing about how few or why. */
export type Cell = Place & { readonly figure: Figure | null };

export type Tables = { readonly quarter: Quarter; readonly cells: readonly Cell[] };
