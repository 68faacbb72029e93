import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { PlanView } from '../model.ts';
import { canReadPlan } from '../policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from './load.ts';
import { planViewFor } from './plan-view.ts';

/**
 * The one plan of a family, as far as this person may see it.
 * @throws {Denied} `hide` for a stranger and for an absent plan alike; `deny` with a reason for a parent
 * without gezag and for a child under 12
 */
export const getPlanPage = async (ctx: Ctx, actor: Actor, id: FamilyId): Promise<PlanView> =>
	openPlan(ctx, actor, await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now())));

/** The same, for a page that read the family already. Asks the rules, and logs a professional's read. */
export async function openPlan(
	ctx: Ctx,
	actor: Actor,
	loaded: LoadedPlan | null
): Promise<PlanView> {
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const view = loaded && actor.kind === 'person' ? planViewFor(actor, loaded) : null;
	if (!view) throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'plan', familyId: view.familyId });
	return view;
}
