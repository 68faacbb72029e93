import { isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { ConsentFacts } from './model.ts';

/** Whether this child lets this person see the child's part now. */
export const isShared = (consent: ConsentFacts, child: PersonId, person: PersonId): boolean =>
	consent.shares.some((one) => one.childId === child && one.withId === person);

/** Whether this parent's view of this child is restricted today (feature A12). */
export const isRestricted = (
	consent: ConsentFacts,
	child: PersonId,
	parent: PersonId,
	today: Day
): boolean =>
	consent.restrictions.some(
		(one) => one.childId === child && one.parentId === parent && isCurrent(one, today)
	);

/** Whether it is recorded that this child cannot judge its own interests in this (Jeugdwet 7.3.15). */
export const isUnableToDecide = (consent: ConsentFacts, child: PersonId, today: Day): boolean =>
	consent.incapacities.some((one) => one.childId === child && isCurrent(one, today));
