import type { AssignmentFacts, FamilyFacts } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import { addDays, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';

export type Asked = { readonly to: PersonId; readonly from: Day };

/**
 * What is wrong with a successor who is asked. Never in the past and never today: the family reads it
 * before it holds (P3), and nothing changes behind its back (access-rules, acts).
 * @param colleagues professionals who may be asked
 * @returns message keys by field
 */
export function problemsOfSuccessor(
	{ to, from }: Asked,
	family: FamilyFacts,
	colleagues: readonly PersonId[]
): Record<string, string> {
	const mine = currentAssignment(family);
	if (comingAssignment(family)) return { to: 'fout.alOpvolger' };
	return {
		...(colleagues.includes(to) && to !== mine?.personId ? {} : { to: 'fout.collega' }),
		...(from > family.today && (!mine?.until || from <= mine.until)
			? {}
			: { from: 'fout.dagLater' })
	};
}

/** An assignment that is known and has not begun. */
export const comingAssignment = (family: FamilyFacts): AssignmentFacts | null =>
	family.assignments.find((one) => one.from > family.today) ?? null;

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

/** People say a last day; periods end on the first day after it. */
export const dayAfter = (last: Day): Day => addDays(last, 1);
