import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type { PlanId } from '../model.ts';
import { takenIn } from '../take-in.rules.ts';
import type { PlanItem } from '../version.model.ts';
import { changesBetween } from '../version.rules.ts';
import { changePlan } from './change.ts';
import { itemsOf } from './items.ts';
import { planRowById } from './store.ts';
import { importedChanges } from './version.store.ts';

/**
 * Takes in what a case message says of a plan, whose own row is there already: as one version, by the
 * case system. Nothing that a family or regisseur wrote is lost; see `takenIn`.
 */
export async function takeInPlan(
	ctx: Ctx,
	tx: Tx,
	may: Permit<'family.import', FamilyId>,
	message: { familyId: FamilyId; planId: PlanId; sent: readonly PlanItem[] }
): Promise<void> {
	const plan = await planRowById(tx, message.planId);
	if (!plan) throw new TypeError(`no plan ${message.planId}`);
	const now = itemsOf(plan);
	const said = await importedChanges(tx, plan.id);
	await changePlan(ctx, tx, may, {
		plan,
		familyId: message.familyId,
		cause: 'import',
		changes: changesBetween(now, takenIn(now, message.sent, said))
	});
}
