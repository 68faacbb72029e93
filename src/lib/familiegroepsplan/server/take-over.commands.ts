import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { canWritePlan } from '#lib/plan/policy.ts';
import { changePlan } from '#lib/plan/server/change.ts';
import { itemsOf } from '#lib/plan/server/items.ts';
import { ruleFacts } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import type { WithKey } from '../model.ts';
import { canTakeOverOwnPlan } from '../policy.ts';
import { takenOver } from '../take-over.rules.ts';
import { acting, unknown } from './act.ts';
import { moved } from './offer.commands.ts';
import { releasedPieceRows } from './pieces.store.ts';

/**
 * The regisseur puts what the family released in the one plan: one version, the family's own words.
 * @throws {Denied} for anyone but the regisseur and the stand-in, and before the answer
 * @throws {Refused} when the family has no plan to put it in
 */
export const takeOverOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithKey) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const { tx, own } = asked;
		const permit = authorize(canTakeOverOwnPlan, actor, own.facts);
		const mayWrite = authorize(canWritePlan, actor, ruleFacts(own.loaded));
		const { plan } = own.loaded;
		if (!own.ownPlanId) throw unknown();
		if (!plan) throw new Refused({ takeOver: 'ownPlan.noPlanYet' });
		const pieces = await releasedPieceRows(tx, own.ownPlanId);
		await changePlan(ctx, tx, mayWrite, {
			plan,
			familyId: family,
			cause: 'familiegroepsplan',
			changes: takenOver(pieces, itemsOf(plan), () => newId())
		});
		await moved(ctx, asked, permit, { act: 'overnemen', words: null });
	});
