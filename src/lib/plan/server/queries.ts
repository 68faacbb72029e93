import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { PlanView } from '../model.ts';
import { canReadPlan } from '../policy.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { planViewFor } from './plan-view.ts';

/**
 * The one plan of a family, as far as this person may see it.
 * @throws {Denied} `hide` for a stranger and for an absent plan alike; `deny` with a reason for a parent
 * without gezag and for a child under 12
 */
export async function getPlanPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<PlanView> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const view = loaded && actor.kind === 'person' ? planViewFor(actor, loaded) : null;
	if (!view) throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'plan', familyId: id });
	return view;
}
