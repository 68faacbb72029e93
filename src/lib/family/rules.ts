import { ageOn, isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { AssignmentFacts, FamilyFacts, GezagKind, ParticipantFacts } from './model.ts';

/** Kinds of gezag that open something. "Temporarily none" and "cannot be determined" never do (A2). */
const OPENING_GEZAG: readonly GezagKind[] = ['tweehoofdig', 'eenhoofdig', 'gezamenlijk', 'voogdij'];

/** Gezag and guardianship end on the eighteenth birthday (facts 4.3). */
export const ADULT = 18;

/** How this person takes part in the family today; null for someone who does not, or no longer. */
export const participationOf = (family: FamilyFacts, person: PersonId): ParticipantFacts | null =>
	family.participants.find((one) => one.personId === person && isCurrent(one, family.today)) ??
	null;

/** How this person takes part, or took part, whatever day it is. */
export const participantOf = (family: FamilyFacts, person: PersonId): ParticipantFacts | null =>
	family.participants.find((one) => one.personId === person) ?? null;

/** Age of a child of this family today; null when the child or the birth date is not known. */
export function ageOf(family: FamilyFacts, child: PersonId): number | null {
	const found = family.participants.find((one) => one.personId === child);
	return found?.birthDate ? ageOn(found.birthDate, family.today) : null;
}

/** Whether this person has gezag over this child today, of a kind that opens something. */
export function hasGezag(family: FamilyFacts, person: PersonId, child: PersonId): boolean {
	const age = ageOf(family, child);
	if (age === null || age >= ADULT) return false;
	return family.gezag.some(
		(one) =>
			one.holderId === person &&
			one.childId === child &&
			OPENING_GEZAG.includes(one.kind) &&
			isCurrent(one, family.today)
	);
}

export const childrenOf = (family: FamilyFacts): PersonId[] =>
	family.participants
		.filter((one) => one.relation === 'kind' && isCurrent(one, family.today))
		.map((one) => one.personId);

/** Whether this person has gezag over at least one child of the family today. */
export const hasGezagOverAny = (family: FamilyFacts, person: PersonId): boolean =>
	childrenOf(family).some((child) => hasGezag(family, person, child));

export const hasMinors = (family: FamilyFacts): boolean =>
	childrenOf(family).some((child) => (ageOf(family, child) ?? ADULT) < ADULT);

/** The assignment that holds today: a family has one regisseur at a time. */
export const currentAssignment = (family: FamilyFacts): AssignmentFacts | null =>
	family.assignments.find((one) => isCurrent(one, family.today)) ?? null;

/** Whether someone stands in for the regisseur today. */
export const standsInToday = (assignment: AssignmentFacts, today: FamilyFacts['today']): boolean =>
	assignment.standInId !== null &&
	assignment.standInFrom !== null &&
	isCurrent({ from: assignment.standInFrom, until: assignment.standInUntil }, today);

/** Whether this person is the regisseur today, or stands in today. */
export function isRegisseur(family: FamilyFacts, person: PersonId): boolean {
	const assignment = currentAssignment(family);
	if (!assignment) return false;
	if (assignment.personId === person) return true;
	return assignment.standInId === person && standsInToday(assignment, family.today);
}
