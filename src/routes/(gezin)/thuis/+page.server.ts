import { redirect } from '@sveltejs/kit';
import { listOwnPlansOf } from '#lib/familiegroepsplan/server/queries.ts';
import { listCaseload } from '#lib/family/server/queries.ts';
import { getHomePage } from '#lib/home/server/queries.ts';
import { feedbackDoor } from '#lib/feedback/server/queries.ts';
import { getBesideLinks } from '#lib/jim/server/beside.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { laterDoors } from '#lib/toekomstplan/server/queries.ts';
import { joinPath } from '#lib/ui/locale.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	// Who has families to look after begins at the desk, also when taking part in their plans.
	const desk = (await listCaseload(ctx, actor)).length > 0;
	if (desk) redirect(303, joinPath(event.locals.locale, '/werk'));
	return {
		...(await getHomePage(ctx, actor)),
		ownPlans: await listOwnPlansOf(ctx, actor),
		beside: await getBesideLinks(ctx, actor),
		later: await laterDoors(ctx, actor),
		feedback: await feedbackDoor(ctx, actor)
	};
});
