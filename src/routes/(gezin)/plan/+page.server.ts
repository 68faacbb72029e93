import { error, redirect } from '@sveltejs/kit';
import { hasOwnPlanPage } from '#lib/familiegroepsplan/server/queries.ts';
import { listMyFamilies } from '#lib/family/server/queries.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { joinPath } from '#lib/ui/locale.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const [family, ...more] = await listMyFamilies(ctx, actor);
	if (!family) error(404, 'not found');
	// Whoever belongs to more than one family chooses on the first page.
	if (more.length > 0) redirect(303, joinPath(event.locals.locale, '/thuis'));
	const plan = await getPlanPage(ctx, actor, family);
	return { plan, ownPlan: await hasOwnPlanPage(ctx, actor, family) };
});
