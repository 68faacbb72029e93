import { error } from '@sveltejs/kit';
import { goTo, privatePage } from '#lib/server/http.ts';
import { getLaterPage } from '#lib/toekomstplan/server/queries.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const { own } = await getLaterPage(ctx, actor);
	if (!own?.started) return error(404, 'not found');
	return own.mayWrite ? own.filled : goTo(event, '/later');
});
