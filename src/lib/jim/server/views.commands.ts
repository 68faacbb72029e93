import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { GoalId } from '#lib/plan/model.ts';
import { canReadItem } from '#lib/plan/policy.ts';
import { loadPlan } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { JimId, ViewInput } from '../model.ts';
import { canGiveView } from '../policy.ts';
import { loadJim, nameIn } from './load.ts';
import { ownGoals } from './shared-parts.ts';
import { insertView, shownBeside } from './views.store.ts';

/**
 * The JIM says how a goal of the youth goes. The youth reads it first, and decides whether it stands
 * beside the goal (features J8, T7).
 * @throws {Denied} when goals are not shared, and for a goal that is not the youth's own
 */
export async function giveView(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	input: z.output<typeof ViewInput>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim:view', input.key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const plan = loaded && (await loadPlan(tx, loaded.row.familyId, loaded.facts.family.today));
		const goals = loaded && plan ? ownGoals(plan, loaded.row.youthId).map(({ id }) => id) : [];
		const permit = authorize(
			canGiveView,
			actor,
			loaded && { ...loaded.facts, part: 'doelen' as const, goals, goal: input.goal }
		);
		await insertView(tx, permit, {
			...{ id: newId(), goalId: input.goal, words: input.words, at: ctx.now() }
		});
		await recordAudit(ctx, tx, permit, { action: 'create', thing: 'jim-view' });
		return '';
	});
}

/** What the youths of a family put beside one goal, for who sees the goal. */
export async function viewsBeside(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	goalId: GoalId
): Promise<{ words: string; on: Day; youth: string }[]> {
	const shown = await shownBeside(ctx.db.read, goalId);
	const loaded =
		shown.length > 0 && (await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now())));
	const goal = loaded && loaded.plan?.goals.find(({ id }) => id === goalId);
	if (!loaded || !goal) return [];
	const { family, consent } = loaded;
	if (!may(canReadItem, actor, { ...goal, family: family.facts, consent })) return [];
	return shown.map(({ words, at, youthId }) => ({
		...{ words, on: dayInNetherlands(at), youth: nameIn(family, youthId) }
	}));
}
