import type { Actions } from './$types';
import { OfJim, ViewInput } from '#lib/jim/model.ts';
import { endJim } from '#lib/jim/server/ask.commands.ts';
import { getStandPage } from '#lib/jim/server/stand.queries.ts';
import { giveView } from '#lib/jim/server/views.commands.ts';
import { listSharers } from '#lib/toekomstplan/server/share.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { jimOf } from '../../jim.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const view = await getStandPage(ctx, actor, jimOf(event));
	const sharers = await listSharers(ctx, actor);
	return { ...view, later: sharers.some(({ id }) => id === view.youthId) };
});

export const actions = {
	view: privateAction(ViewInput, async ({ ctx, actor, event, input }) => {
		await giveView(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	}),
	stop: privateAction(OfJim, async ({ ctx, actor, event, input }) => {
		await endJim(ctx, actor, input);
		goTo(event, '/thuis');
	})
} satisfies Actions;
