import { hasOwnPlanPage } from '#lib/familiegroepsplan/server/queries.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from './family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const plan = await getPlanPage(ctx, actor, familyOf(event));
	return { plan, ownPlan: await hasOwnPlanPage(ctx, actor, plan.familyId) };
});
