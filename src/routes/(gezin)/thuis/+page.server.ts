import { redirect } from '@sveltejs/kit';
import { listCaseload } from '#lib/family/server/queries.ts';
import { getHomePage } from '#lib/plan/server/home.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { joinPath } from '#lib/ui/locale.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const home = await getHomePage(ctx, actor);
	const desk = home.familyId === null && (await listCaseload(ctx, actor)).length > 0;
	if (desk) redirect(303, joinPath(event.locals.locale, '/werk'));
	return home;
});
