import type { Actions } from './$types';
import { AskJim } from '#lib/jim/model.ts';
import { askJim } from '#lib/jim/server/ask.commands.ts';
import { getAskPage } from '#lib/jim/server/beside.queries.ts';
import { privateAction, privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor }) => getAskPage(ctx, actor));

export const actions = {
	default: privateAction(AskJim, async ({ ctx, actor, event, input }) => ({
		// Link and code cannot be kept for a next page, so this answer shows them.
		handed: await askJim(ctx, actor, input, event.locals.locale)
	}))
} satisfies Actions;
