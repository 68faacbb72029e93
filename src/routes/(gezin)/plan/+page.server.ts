import { error, redirect } from '@sveltejs/kit';
import { listMyFamilies } from '#lib/family/server/queries.ts';
import { getPlanOfFamily } from '#lib/home/server/plan.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { joinPath } from '#lib/ui/locale.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const [family, ...more] = await listMyFamilies(ctx, actor);
	if (!family) error(404, 'not found');
	// Whoever belongs to more than one family chooses on the first page.
	if (more.length > 0) redirect(303, joinPath(event.locals.locale, '/thuis'));
	return getPlanOfFamily(ctx, actor, family);
});
