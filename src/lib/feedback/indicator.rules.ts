import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import { ageOf, childrenOf, currentAssignment } from '#lib/family/rules.ts';
import { isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { TERM_KINDS, type TermEventFacts, type TermKind } from '#lib/terms/model.ts';
import { isOffered, TERM_RULES, termsOf } from '#lib/terms/rules.ts';
import type { Indicator } from './model.ts';
import type { Around } from './split.rules.ts';

/** What the portal keeps of a family that an indicator asks, as it was on the last day of a quarter. */
export type Kept = {
	readonly around: Around;
	/** The first day of the quarter; the last one is the day of `around`. */
	readonly first: Day;
	readonly termEvents: readonly TermEventFacts[];
	/** The day on which the record of the familiegroepsplan says that none comes. */
	readonly waived: Day | null;
	readonly holidays: ReadonlySet<Day>;
	/** The first day on which a familiegroepsplan was offered, and on which the regisseur wrote that none can be. */
	readonly offered: Day | null;
	readonly excluded: Day | null;
	/** Of a youth, the first day on which somebody was asked to be the JIM, and on which a plan for later began. */
	readonly jimAsked: ReadonlyMap<PersonId, Day>;
	readonly laterBegan: ReadonlyMap<PersonId, Day>;
};

/** One value of a family in a quarter: whether it was so, and of which children. Null when it is not asked of it. */
export type Indicated = { readonly value: 0 | 1; readonly children: readonly PersonId[] } | null;

/** What the system does around families (feature F14). A family counts once for each, with yes or no. */
export const INDICATED: Readonly<Record<Indicator, (kept: Kept) => Indicated>> = {
	'regisseur-changed': regisseurChanged,
	'terms-met': termsMet,
	'jim-asked': jimAsked,
	'own-plan-offered': ownPlanOffered,
	'later-at-17': laterAtSeventeen
};

const indicated = (yes: boolean, children: readonly PersonId[]): Indicated =>
	children.length > 0 ? { value: yes ? 1 : 0, children } : null;

/** Whether somebody else became regisseur in the quarter. Not of a family that had none in it. */
function regisseurChanged({ around: { family }, first }: Kept): Indicated {
	const begun = family.assignments.filter(({ from }) => from <= family.today);
	const touching = begun.filter(({ until }) => until === null || until > first);
	if (touching.length === 0) return null;
	const changed = touching.some(
		(one) =>
			one.from >= first &&
			begun.some((other) => other.from < one.from && other.personId !== one.personId)
	);
	return indicated(changed, childrenOf(family));
}

/** Terms of professionals that somebody says the end of. */
const COUNTED: readonly TermKind[] = TERM_KINDS.filter(
	(term) => TERM_RULES[term].canBeMet && TERM_RULES[term].binds === 'professional'
);

/** Whether every term with its last day in the quarter was met by that day. Not of a family without one. */
function termsMet({ around: { family }, first, termEvents, waived, holidays }: Kept): Indicated {
	const due = childrenOf(family).flatMap((child) =>
		COUNTED.flatMap((term) =>
			termsOf(
				term,
				termEvents.filter(({ childId }) => childId === child),
				family.today,
				holidays,
				term === 'plan' ? waived : null
			)
				.filter((one) => one.due >= first && one.due <= family.today)
				.map(({ metOn, metLate }) => ({ child, met: metOn !== null && !metLate }))
		)
	);
	return indicated(
		due.every(({ met }) => met),
		[...new Set(due.map(({ child }) => child))]
	);
}

/** Whether a youth asked somebody to stand beside, whatever came of it. Of families with somebody who can ask. */
function jimAsked({ around: { family }, jimAsked: asked }: Kept): Indicated {
	const youths = childrenOf(family).filter(
		(child) => (ageOf(family, child) ?? 0) >= OWN_SIGN_IN_AGE
	);
	return indicated(
		youths.some((youth) => isBy(asked.get(youth), family.today)),
		youths
	);
}

/**
 * Whether a familiegroepsplan was offered by then. Of families with a regisseur to whom the law gives one
 * (facts 2.3), and not where the regisseur wrote that none can be made.
 */
function ownPlanOffered({ around: { family, kaders }, offered, excluded }: Kept): Indicated {
	if (!currentAssignment(family) || isBy(excluded, family.today)) return null;
	const children = childrenOf(family).filter((child) =>
		isOffered(
			'plan',
			kaders
				.filter((one) => one.childId === child && isCurrent(one, family.today))
				.map(({ kind }) => kind)
		)
	);
	return indicated(isBy(offered, family.today), children);
}

const SEVENTEEN = 17;

/** Whether a youth of 17 began a plan for later. One who wiped it has none. */
function laterAtSeventeen({ around: { family }, laterBegan }: Kept): Indicated {
	const youths = childrenOf(family).filter((child) => ageOf(family, child) === SEVENTEEN);
	return indicated(
		youths.every((youth) => isBy(laterBegan.get(youth), family.today)),
		youths
	);
}

const isBy = (day: Day | null | undefined, last: Day): boolean => !!day && day <= last;
