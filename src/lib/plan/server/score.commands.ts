import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { ScoreInput } from '../edit.model.ts';
import { canScoreGoal } from '../policy.ts';
import { editing } from './edit.commands.ts';
import { insertScore } from './score.store.ts';

/**
 * A family member says how far a goal is, from 0 to 10, for themselves. Earlier answers stay: together
 * they are the line.
 * @throws {Denied} for who does not see the goal, and for professionals: it is the family's own view
 */
export const scoreGoal = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof ScoreInput>
): Promise<string> =>
	once(ctx, receipt(actor, 'plan:score', input.key), async (tx) => {
		const { loaded, plan, by } = await editing(ctx, tx, actor, family, canScoreGoal.ability);
		const goal = plan.goals.find((one) => one.id === input.goal);
		const may = authorize(
			canScoreGoal,
			actor,
			goal && { ...goal, family: loaded.family.facts, consent: loaded.consent }
		);
		const { score, words } = input;
		await insertScore(tx, may, {
			...{ id: newId(), planId: plan.id, goalId: input.goal, personId: by },
			...{ score, words, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'score', familyId: family });
		return input.goal;
	});
