import type { Day } from '#lib/kernel/calendar.ts';
import { COURT_MEASURES, type KaderKind } from '#lib/rights/kader.model.ts';
import type { LawRef } from '#lib/rights/law.ts';
import { addDays, addWorkingDays } from './days.ts';
import {
	LADDER_STEPS,
	type CountedTerm,
	type LadderStep,
	type TermEventFacts,
	type TermKind
} from './model.ts';

type TermRule = {
	readonly length: { readonly workingDays: number } | { readonly days: number };
	/** Under which kaders it can start at all. */
	readonly kaders: readonly KaderKind[];
	/** Under these it does not, whatever else holds. */
	readonly unless: readonly KaderKind[];
	/** Whether somebody can say that it happened. */
	readonly canBeMet: boolean;
	/** Whose term it is: what the family may do itself does not wait on a professional's desk. */
	readonly binds: 'professional' | 'family';
	readonly law: readonly LawRef[];
};

const FIRST_CONTACT = {
	length: { workingDays: 5 },
	unless: [],
	canBeMet: true,
	binds: 'professional'
} as const;
const OTS: readonly KaderKind[] = ['voorlopige_ots', 'ots'];

/**
 * Each term with its length, counted from its start event and from nothing else: no date of a hearing
 * or a court order comes in here (facts 2.1, 2.2, 10.4).
 */
export const TERM_RULES: Readonly<Record<TermKind, TermRule>> = {
	contact_voogdij: {
		...FIRST_CONTACT,
		kaders: ['voogdij'],
		law: [{ law: 'besluitJeugdwet', article: '4.2.1' }]
	},
	contact_ots: {
		...FIRST_CONTACT,
		kaders: OTS,
		law: [{ law: 'besluitJeugdwet', article: '4.2.2' }]
	},
	contact_jeugdreclassering: {
		...FIRST_CONTACT,
		kaders: ['jeugdreclassering'],
		law: [{ law: 'besluitJeugdwet', article: '4.2.3' }]
	},
	plan: {
		length: { days: 42 },
		// No familiegroepsplan has to be offered in juvenile probation and guardianship (facts 2.3).
		kaders: ['vrijwillig', 'intensief_vrijwillig', ...OTS, 'uithuisplaatsing', 'gesloten'],
		unless: ['voogdij'],
		canBeMet: true,
		binds: 'professional',
		law: [{ law: 'jeugdwet', article: '4.1.3' }]
	},
	plan_op_papier: {
		length: { days: 14 },
		kaders: ['vrijwillig', 'intensief_vrijwillig'],
		unless: COURT_MEASURES,
		canBeMet: true,
		binds: 'professional',
		law: [{ law: 'jeugdwet', article: '4.1.3' }]
	},
	aanwijzing: {
		// Two weeks that begin on the day after: the fourteenth day is the last.
		length: { days: 14 },
		kaders: OTS,
		unless: [],
		canBeMet: false,
		binds: 'family',
		law: [
			{ law: 'bw1', article: '263' },
			{ law: 'bw1', article: '264' }
		]
	},
	intrekking: {
		length: { days: 14 },
		kaders: OTS,
		unless: [],
		canBeMet: true,
		binds: 'professional',
		law: [{ law: 'bw1', article: '265' }]
	}
};

/** Whether this term can start for a child in these kaders. */
export const isOffered = (term: TermKind, kaders: readonly KaderKind[]): boolean =>
	kaders.some((kind) => TERM_RULES[term].kaders.includes(kind)) &&
	!kaders.some((kind) => TERM_RULES[term].unless.includes(kind));

/** The last day on which it is in time, counted from the day of the start event. */
export function dueOn(term: TermKind, start: Day, holidays: ReadonlySet<Day>): Day {
	const { length } = TERM_RULES[term];
	return 'workingDays' in length
		? addWorkingDays(start, length.workingDays, holidays)
		: addDays(start, length.days);
}

/** One start event, counted. @param mets days on which it was said to have happened */
export function countTerm(
	term: TermKind,
	start: Day,
	mets: readonly Day[],
	today: Day,
	holidays: ReadonlySet<Day>
): CountedTerm {
	const due = dueOn(term, start, holidays);
	const metOn = mets.filter((on) => on >= start).toSorted()[0] ?? null;
	const state = metOn ? 'met' : today > due ? 'passed' : 'running';
	return { due, state, metOn, metLate: metOn !== null && metOn > due };
}

/**
 * Every day on which one term of one child started, as people said it, soonest first. Who took
 * something back did not say it.
 * @param waived the day on which the record of the familiegroepsplan says that none comes; starts this
 * term as well
 */
export function termsOf(
	term: TermKind,
	events: readonly TermEventFacts[],
	today: Day,
	holidays: ReadonlySet<Day>,
	waived: Day | null = null
): (CountedTerm & { readonly on: Day })[] {
	const said = events.filter((one) => one.term === term && !one.withdrawn);
	const daysOf = (moment: string) =>
		[...new Set(said.filter((one) => one.moment === moment).map((one) => one.on))].toSorted();
	const mets = daysOf('met');
	const starts = [...new Set([...daysOf('start'), ...(waived ? [waived] : [])])].toSorted();
	return starts.map((on) => ({ on, ...countTerm(term, on, mets, today, holidays) }));
}

/**
 * What someone can do now, in order (facts 2.9; the order is advice, not law). The dispute of BW 1:262b
 * exists under a supervision order only. A term of the family's own has no ladder: no one else is late.
 */
export const ladderOf = (term: TermKind, kaders: readonly KaderKind[]): readonly LadderStep[] =>
	TERM_RULES[term].binds === 'family'
		? []
		: LADDER_STEPS.filter(
				(step) => step !== 'geschil' || kaders.some((kind) => OTS.includes(kind))
			);
