import { isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderFacts, StepState } from './model.ts';
import { COURT_MEASURES, type KaderKind } from '#lib/rights/kader.model.ts';

/** Strictest last: what this kader lets a regisseur decide stands on the regisseur's card. */
const FROM_FREE_TO_STRICT: readonly KaderKind[] = [
	'vrijwillig',
	'intensief_vrijwillig',
	'onderzoek',
	'jeugdreclassering',
	'voorlopige_ots',
	'ots',
	'uithuisplaatsing',
	'voogdij',
	'gesloten'
];

/** The strictest of several kaders; null when there are none. */
export const strictest = (kinds: readonly KaderKind[]): KaderKind | null =>
	kinds
		.toSorted((a, b) => FROM_FREE_TO_STRICT.indexOf(a) - FROM_FREE_TO_STRICT.indexOf(b))
		.at(-1) ?? null;

const OPEN: readonly StepState[] = ['niet_begonnen', 'bezig', 'kan_nog_niet'];

export const isOpen = (state: StepState): boolean => OPEN.includes(state);

/** A step is late from the day after its date, while it is still open. */
export const isLate = (step: { state: StepState; due: Day | null }, today: Day): boolean =>
	isOpen(step.state) && step.due !== null && step.due < today;

/** Open things by date, soonest first; without a date last. */
export const bySoonest = (a: { due: Day | null }, b: { due: Day | null }): number =>
	(a.due ?? '9999-12-31').localeCompare(b.due ?? '9999-12-31');

/** The measures of the court that hold for this child on a day: what exit conditions stand under (P12). */
export const measuresOf = <K extends KaderFacts>(
	kaders: readonly K[],
	child: PersonId,
	today: Day
): K[] =>
	kaders.filter(
		(one) => one.childId === child && COURT_MEASURES.includes(one.kind) && isCurrent(one, today)
	);

type Ending = {
	readonly reviewOn: Day | null;
	readonly endWords: string | null;
	readonly relapseWords: string | null;
};

/**
 * What a plan still lacks before it can be set to agreed: a review date, how the help ends, and what
 * happens if it goes wrong again (P15; sources S2:384, S0:83).
 * @returns message keys by field; empty when nothing is missing
 */
export function missingForAgreed(plan: Ending): Record<string, string> {
	return {
		...(plan.reviewOn ? {} : { reviewOn: 'fout.terugkijkdag' }),
		...(plan.endWords ? {} : { endWords: 'fout.einde' }),
		...(plan.relapseWords ? {} : { relapseWords: 'fout.terugval' })
	};
}
