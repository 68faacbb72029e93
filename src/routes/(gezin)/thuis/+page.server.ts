import { redirect } from '@sveltejs/kit';
import { listCaseload } from '#lib/family/server/queries.ts';
import { getHomePage } from '#lib/home/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { joinPath } from '#lib/ui/locale.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	// Who has families to look after begins at the desk, also when taking part in their plans.
	const desk = (await listCaseload(ctx, actor)).length > 0;
	if (desk) redirect(303, joinPath(event.locals.locale, '/werk'));
	return getHomePage(ctx, actor, event.locals.ownDoor);
});
