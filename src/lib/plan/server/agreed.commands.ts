import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { AgreeInput } from '../edit.model.ts';
import { canWritePlan } from '../policy.ts';
import { missingForAgreed } from '../rules.ts';
import { editing } from './edit.commands.ts';
import { ruleFacts } from './load.ts';
import { saveAgreed } from './agreed.store.ts';

/**
 * The regisseur sets the plan, as it is now, to agreed.
 * @throws {Denied} for anyone but the regisseur and the stand-in
 * @throws {Refused} without a review date, or without words on how help ends and on a relapse (P15)
 */
export const agreePlan = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof AgreeInput>
): Promise<string> =>
	once(ctx, receipt(actor, 'plan:agree', input.key), async (tx) => {
		const { loaded, plan, by } = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(loaded));
		const errors = missingForAgreed(plan);
		if (Object.keys(errors).length > 0) throw new Refused(errors);
		const on = loaded.family.facts.today;
		await saveAgreed(tx, may, { planId: plan.id, version: plan.version, on, by });
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'plan', familyId: family });
		return plan.id;
	});
