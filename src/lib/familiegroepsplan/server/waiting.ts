import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { familiesIn } from './store.ts';

export type WaitingOwnPlan = {
	readonly familyId: FamilyId;
	readonly kind: 'familiegroepsplan';
	/** Since when it waits for the regisseur's answer. */
	readonly on: Day;
};

/** Own plans that these families released and nobody answered, in one read. */
export async function listWaitingOwnPlans(
	read: Reader,
	families: readonly FamilyId[]
): Promise<WaitingOwnPlan[]> {
	const rows = await familiesIn(read, ['vrijgegeven'], families);
	return rows.map((row) => ({ ...row, kind: 'familiegroepsplan' }));
}
