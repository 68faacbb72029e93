import { findRechtspositie } from '#lib/rechtspositie/server/queries.ts';
import { goTo, privatePage } from '#lib/server/http.ts';

export const load = privatePage(
	async ({ ctx, actor, event }) =>
		(await findRechtspositie(ctx, actor, event.locals.locale)) ?? goTo(event, '/rechten')
);
