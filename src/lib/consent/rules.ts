import { isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { ConsentFacts, SupportFacts } from './model.ts';

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

/** Those who let this person read along today, each with the children it is about. */
export const supportsOf = (consent: ConsentFacts, supporter: PersonId, today: Day) =>
	consent.supports.filter((one) => one.supporterId === supporter && holdsOn(one, today));

/** Whether a support that nobody stopped still holds: until its last day, that day not included. */
export const holdsOn = (support: Pick<SupportFacts, 'until'>, today: Day): boolean =>
	support.until === null || today < support.until;

/**
 * Whether this person may know that somebody reads along with a parent: that parent, the supporter,
 * and who lives in that parent's household. The other household never does (access-rules).
 */
export const knowsSupporter = (
	consent: ConsentFacts,
	person: PersonId,
	supporter: PersonId,
	today: Day
): boolean =>
	person === supporter ||
	supportsOf(consent, supporter, today).some(
		(one) => one.parentId === person || one.home.includes(person)
	);
