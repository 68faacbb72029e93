import type { Actions } from './$types';
import { RemindInput, WishInput } from '#lib/jim/model.ts';
import { remindMe, sayWish } from '#lib/jim/server/circle.commands.ts';
import { getPausePage } from '#lib/jim/server/circle.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor }) => getPausePage(ctx, actor));

export const actions = {
	remind: privateAction(RemindInput, async ({ ctx, actor, event, input }) => {
		await remindMe(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	wish: privateAction(WishInput, async ({ ctx, actor, event, input }) => {
		await sayWish(ctx, actor, input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
