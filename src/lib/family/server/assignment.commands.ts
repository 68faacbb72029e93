import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import type { AssignmentId, FamilyId } from '../model.ts';
import {
	endAssignment,
	insertAssignment,
	professionalsInRegion,
	saveStandIn
} from './assignment.store.ts';

// The rules of changing a regisseur are those of module regie: it asks them, and brings the permit.

type NewAssignment = {
	readonly id: AssignmentId;
	readonly familyId: FamilyId;
	readonly personId: PersonId;
	readonly from: Day;
	readonly reason: string;
};

/** One regisseur ends on the day on which the next begins. */
export async function succeedRegisseur(
	tx: Tx,
	may: Permit<'succession.answer'>,
	ending: AssignmentId,
	next: NewAssignment
): Promise<void> {
	await endAssignment(tx, may, ending, next.from);
	await insertAssignment(tx, may, next);
}

/** Who stands in during an assignment of this family, from and until when; null for nobody. */
export async function setStandIn(
	tx: Tx,
	may: Permit<'regisseur.arrange', FamilyId>,
	assignment: AssignmentId,
	standIn: { readonly id: PersonId; readonly from: Day; readonly until: Day } | null
): Promise<void> {
	await saveStandIn(tx, may, assignment, standIn);
}

/** Professionals who may stand in for, or follow, the regisseur of a family: those of its region. */
export const listColleagues = async (read: Reader, id: FamilyId) =>
	(await professionalsInRegion(read, id)).map(({ givenName, familyName, ...one }) => ({
		...one,
		name: `${givenName} ${familyName}`
	}));
