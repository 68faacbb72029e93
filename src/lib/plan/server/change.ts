import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type { PlanId } from '../model.ts';
import type { Cause, ItemChange } from '../version.model.ts';
import { writeVersion } from './version.store.ts';

export type PlanChange = {
	readonly plan: { readonly id: PlanId; readonly version: number };
	readonly familyId: FamilyId;
	readonly cause: Cause;
	readonly changes: readonly ItemChange[];
	/** The version that is put back, for the cause `restore`. */
	readonly restored?: number;
};

/**
 * The one way in which a plan changes: writes the items, one version with what they were before, and
 * the access log, in the transaction of the act. Storage grows with what changed.
 * @param may proof of the right to make this change: `plan.write`, `step.move`, `family.import` …
 * @returns the number of the new version, or the old one when nothing changed
 */
export async function changePlan(
	ctx: Ctx,
	tx: Tx,
	may: Permit,
	{ plan, familyId, cause, changes, restored }: PlanChange
): Promise<number> {
	if (changes.length === 0) return plan.version;
	const number = plan.version + 1;
	await writeVersion(
		tx,
		may,
		{ planId: plan.id, number, at: ctx.now(), cause, restored: restored ?? null },
		changes
	);
	// An import has its own row, about the whole family.
	if (cause !== 'import') {
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'plan', familyId });
	}
	return number;
}
