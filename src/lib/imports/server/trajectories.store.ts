import { sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import { endCountsIn } from '#lib/feedback/trajectory.rules.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import type { MessageFamily } from '../message.ts';
import { periodOf } from '../periods.ts';

type MayImport = Permit<'family.import', FamilyId>;

/** Help to children. An end that is told again keeps the quarter in which it was first told. */
export async function saveTrajectories(
	tx: Tx,
	may: MayImport,
	{ trajectories }: MessageFamily,
	today: Day
): Promise<void> {
	for (const sent of trajectories) {
		const row = {
			...{ id: sent.id, familyId: may.id, childId: sent.child, providerId: sent.provider },
			...{ help: sent.help, reason: sent.reason ?? null },
			...periodOf(sent),
			countsIn: sent.until ? endCountsIn(sent.until, today) : null
		};
		const { countsIn } = row;
		await tx
			.insert(trajectory)
			.values(row)
			.onConflictDoUpdate({
				target: trajectory.id,
				set: {
					...row,
					familyId: sql`${trajectory.familyId}`,
					countsIn:
						countsIn &&
						sql`CASE WHEN ${trajectory.until} <= ${today} THEN ${trajectory.countsIn} ELSE ${countsIn} END`
				}
			});
	}
}
