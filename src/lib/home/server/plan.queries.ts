import { ownPlanOf } from '#lib/familiegroepsplan/server/load.ts';
import { opensOwnPlan } from '#lib/familiegroepsplan/server/queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { isRegisseur } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { networkDoors } from '#lib/network/server/supporters.queries.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { openPlan } from '#lib/plan/server/queries.ts';
import type { Person } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { PLAN_PAGES, type PlanOfFamily, type PlanPage } from '../plan-pages.ts';

/**
 * The plan of a family with the ways to what belongs to it, from one reading of the family.
 * @throws {Denied} like the plan itself
 */
export async function getPlanOfFamily(ctx: Ctx, actor: Actor, id: FamilyId): Promise<PlanOfFamily> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const plan = await openPlan(ctx, actor, loaded);
	if (!loaded || actor.kind !== 'person') return { plan, pages: [] };
	const open = await openPages(ctx, actor, loaded, plan.reach === 'whole');
	return { plan, pages: PLAN_PAGES.filter((page) => open[page]) };
}

/** For links only: each page asks its own rule. */
async function openPages(
	ctx: Ctx,
	actor: Person,
	loaded: LoadedPlan,
	whole: boolean
): Promise<Readonly<Record<PlanPage, boolean>>> {
	const { network, supporters } = await networkDoors(ctx.db.read, actor, loaded);
	const own = await ownPlanOf(ctx.db.read, loaded);
	const forWork = loaded.family.people.some(
		(one) => one.personId === actor.id && one.relation === 'professional'
	);
	// Who reads along with a parent has no part in what is said about it.
	const relation = canReadPlan(actor, ruleFacts(loaded));
	const steun = relation.outcome === 'allow' && relation.relation === 'steun';
	return {
		'eigen-plan': opensOwnPlan(actor, own),
		stem: true,
		voorstellen: !steun,
		feiten: true,
		overleg: true,
		// Another professional asks the regisseur directly.
		vragen: !forWork || isRegisseur(loaded.family.facts, actor.id),
		besproken: true,
		netwerk: network,
		steun: supporters,
		overdracht: whole,
		versies: true,
		koelkast: true
	};
}
