import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { VERSIONS_A_PAGE, type VersionPage, type VersionsPage } from '../history.model.ts';
import { differencesBetween } from '../history.rules.ts';
import type { GoalView, PlanView } from '../model.ts';
import { canReadPlan, canWritePlan } from '../policy.ts';
import { inWords, loadHistory, notThere } from './history.load.ts';
import { itemsAt, loadedThen } from './history.ts';
import { itemsOf, withItems } from './items.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { planViewFor } from './plan-view.ts';
import { seenItems } from './sight.ts';
import { markWords } from './word-difference.ts';

/**
 * Who changed what in the plan and when, newest first, a page at a time. A version of which this person
 * may see nothing is not there and leaves no gap: numbers count what this person sees.
 * @param before only versions older than this one
 * @throws {Denied} for who may not open the plan
 */
export async function getVersionsPage(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	before: number | null = null
): Promise<VersionsPage> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const history = await loadHistory(ctx.db.read, actor, loaded);
	const last = Math.min(history.seen.length, (before ?? Infinity) - 1);
	const first = Math.max(0, last - VERSIONS_A_PAGE);
	const versions = history.seen
		.slice(first, last)
		.reverse()
		.map((one) => inWords(history, one));
	await recordRead(ctx, permit, { thing: 'plan-versions', familyId: id });
	return { versions, older: first > 0 ? first + 1 : null };
}

/**
 * The plan as it was after a version, by the rules of today, and in words what differs from the plan now.
 * @param number as this person counts, see `VersionView`
 * @throws {Denied} `hide` for a version that is not there for this person
 */
export async function getVersionPage(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	number: number | null
): Promise<VersionPage> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const history = await loadHistory(ctx.db.read, actor, loaded);
	const { plan, sight, changes, seen } = history;
	const asked = number === null ? undefined : seen[number - 1];
	if (!asked) return notThere();
	const then = itemsAt(plan, changes, asked.stored);
	const old = loadedThen(history.loaded, withItems(plan, then), sight);
	await recordRead(ctx, permit, { thing: 'plan-version', familyId: id });
	const view = planViewFor(history.actor, old);
	return {
		version: inWords(history, asked),
		newest: number === seen.length,
		plan: view && ofThen(view),
		differences: differencesBetween(seenItems(sight, then), seenItems(sight, itemsOf(plan))).map(
			markWords
		),
		mayRestore: asked.stored < plan.version && may(canWritePlan, actor, ruleFacts(history.loaded))
	};
}

/** Whether a step is late is a matter of today, not of then. */
function ofThen(view: PlanView): PlanView {
	const goal = (one: GoalView): GoalView => ({
		...one,
		steps: one.steps.map((step) => ({ ...step, late: false }))
	});
	const { nu, later, bereikt, gestopt } = view.goals;
	return {
		...view,
		goals: {
			nu: nu.map(goal),
			later: later.map(goal),
			bereikt: bereikt.map(goal),
			gestopt: gestopt.map(goal)
		}
	};
}
