import type { Actions } from './$types';
import { OfJim } from '#lib/jim/model.ts';
import { endJim, withdrawJim } from '#lib/jim/server/ask.commands.ts';
import { getBesidePage } from '#lib/jim/server/beside.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor }) => getBesidePage(ctx, actor));

export const actions = {
	withdraw: privateAction(OfJim, async ({ ctx, actor, event, input }) => {
		await withdrawJim(ctx, actor, input);
		goTo(event, '/naast-mij');
	}),
	stop: privateAction(OfJim, async ({ ctx, actor, input }) => {
		await endJim(ctx, actor, input);
		// Words to say goodbye are offered on this answer, and kept nowhere.
		return { stopped: true };
	})
} satisfies Actions;
