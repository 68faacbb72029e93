import type { AssignmentFacts, AssignmentId, FamilyFacts } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import { addDays, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { StandInPeriod, SuccessionState } from './succession.model.ts';

/** An assignment that is known and has not begun. */
export const comingAssignment = (family: FamilyFacts): AssignmentFacts | null =>
	family.assignments.find((one) => one.from > family.today) ?? null;

/** No gap and no day with two: the next begins before the last day that is known, and after today. */
const fits = (from: Day, mine: AssignmentFacts | null, today: Day): boolean =>
	from > today && (!mine?.until || from <= mine.until);

/**
 * Whether a colleague can still answer: the assignment that would end is still the one that holds, no
 * other successor is known, and the day has not come. After it, a yes would change the past.
 */
export function isOpen(
	asked: {
		readonly state: SuccessionState;
		readonly assignmentId: AssignmentId;
		readonly from: Day;
	},
	family: FamilyFacts
): boolean {
	const mine = currentAssignment(family);
	return (
		asked.state === 'asked' &&
		mine?.id === asked.assignmentId &&
		fits(asked.from, mine, family.today) &&
		!comingAssignment(family)
	);
}

/**
 * What is wrong with a successor who is asked. Never in the past and never today: the family reads it
 * before it holds (P3), and nothing changes behind its back (access-rules, acts).
 * @param colleagues professionals who may be asked
 * @returns message keys by field
 */
export function problemsOfSuccessor(
	{ to, from }: { readonly to: PersonId; readonly from: Day },
	family: FamilyFacts,
	colleagues: readonly PersonId[]
): Record<string, string> {
	const mine = currentAssignment(family);
	if (comingAssignment(family)) return { to: 'fout.alOpvolger' };
	return {
		...(colleagues.includes(to) && to !== mine?.personId ? {} : { to: 'fout.collega' }),
		...(fits(from, mine, family.today) ? {} : { from: 'fout.dagLater' })
	};
}

/** What is wrong with a stand-in. A day that is past cannot be stood in for any more. */
export function problemsOfStandIn(
	{
		standIn,
		standInFrom,
		standInUntil
	}: { standIn: PersonId; standInFrom: Day; standInUntil: Day },
	{ today, me, colleagues }: { today: Day; me: PersonId; colleagues: readonly PersonId[] }
): Record<string, string> {
	return {
		...(colleagues.includes(standIn) && standIn !== me ? {} : { standIn: 'fout.collega' }),
		...(standInFrom >= today ? {} : { standInFrom: 'fout.dagVroeg' }),
		...(standInUntil >= standInFrom ? {} : { standInUntil: 'fout.dagVolgorde' })
	};
}

/**
 * Who stood in when the regisseur comes back today: who began, if only today, stays named
 * with what they did; who had not begun is gone.
 */
export const endedStandIn = (
	{ standInId, standInFrom, standInUntil }: AssignmentFacts,
	today: Day
): StandInPeriod | null =>
	standInId && standInFrom && standInFrom <= today
		? {
				id: standInId,
				from: standInFrom,
				until: standInUntil && standInUntil < today ? standInUntil : today
			}
		: null;

/** People say a last day; periods end on the first day after it. */
export const dayAfter = (last: Day): Day => addDays(last, 1);
