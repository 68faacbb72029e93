import type { FamilyId } from '#lib/family/model.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { openProposals } from './proposal.store.ts';

/** Something of a family that waits for its regisseur, since a day. */
export type WaitingProposal = {
	readonly familyId: FamilyId;
	readonly kind: 'proposal';
	readonly on: Day;
};

/**
 * The proposals of these families that wait for the regisseur's yes or no, oldest first: one statement.
 * @param families those of a caseload, for which the rules were asked already
 */
export async function proposalsWaiting(
	read: Reader,
	families: readonly FamilyId[]
): Promise<WaitingProposal[]> {
	if (families.length === 0) return [];
	const rows = await openProposals(read, families);
	return rows.map(({ familyId, at }) => ({
		...{ familyId, kind: 'proposal' },
		on: dayInNetherlands(at)
	}));
}
