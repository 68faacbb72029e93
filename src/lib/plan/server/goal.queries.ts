import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { canReadGoal } from '../goal.policy.ts';
import type { GoalId } from '../model.ts';
import type { GoalPageView } from '../page.model.ts';
import { canMoveStep, canScoreGoal, canWritePlan } from '../policy.ts';
import { goalView, stepsSeen } from './goal-view.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { scoreLines } from './score-view.ts';
import { scoreRows } from './score.store.ts';
import { viewerOf } from './viewer.ts';

/**
 * One goal with its steps, as far as this person may see it.
 * @throws {Denied} `hide` for a goal that is not there, and for one this person may not see
 */
export async function getGoalPage(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: GoalId
): Promise<GoalPageView> {
	const loaded = await loadPlan(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const goal = loaded?.plan?.goals.find((one) => one.id === id);
	const facts = loaded && { family: loaded.family.facts, consent: loaded.consent };
	const steps = loaded?.plan?.steps.filter((one) => one.goalId === id) ?? [];
	const permit = authorize(
		canReadGoal,
		actor,
		facts && goal && { ...facts, ...goal, stepOwners: steps.map((one) => one.ownerId) }
	);
	const viewer = loaded && actor.kind === 'person' ? viewerOf(actor, loaded) : null;
	const view = loaded?.plan && goal && viewer && goalView(viewer, loaded, loaded.plan, goal);
	if (!view) throw new Denied(canReadGoal.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'goal', familyId: family });
	const asked = { family: loaded.family.facts, consent: loaded.consent, children: goal.children };
	return {
		familyId: family,
		goal: view,
		scores: viewer.sees(goal) ? scoreLines(viewer, await scoreRows(ctx.db.read, id)) : null,
		may: {
			write: may(canWritePlan, actor, ruleFacts(loaded)),
			score: may(canScoreGoal, actor, { ...asked, id }),
			move: stepsSeen(viewer, loaded, loaded.plan, goal)
				.filter(({ id, ownerId }) => may(canMoveStep, actor, { ...asked, id, ownerId }))
				.map((one) => one.id)
		}
	};
}
