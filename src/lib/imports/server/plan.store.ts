import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { kader, plan } from '#lib/server/db/schema/plan.ts';
import type { MessageFamily } from '../message.ts';
import { periodOf } from '../periods.ts';
import { putInFamily } from './rows.store.ts';

type MayImport = Permit<'family.import', FamilyId>;

export async function saveKaders(tx: Tx, may: MayImport, { kaders }: MessageFamily) {
	const rows = kaders.map((row) => ({
		...{ id: row.id, familyId: may.id, childId: row.child, kind: row.kind },
		...periodOf(row),
		...{ decidedBy: row.decidedBy, decidedOn: row.decidedOn ?? null }
	}));
	await putInFamily(tx, kader, rows);
}

/** The plan's own row. What the plan says is written by `takeInPlan`, as a version. */
export async function savePlanRow(
	tx: Tx,
	may: MayImport,
	{ plan: sent }: MessageFamily
): Promise<void> {
	const row = { id: sent.id, familyId: may.id, state: sent.state, from: sent.from };
	await tx
		.insert(plan)
		.values(row)
		.onConflictDoUpdate({ target: plan.id, set: { state: sent.state, from: sent.from } });
}
