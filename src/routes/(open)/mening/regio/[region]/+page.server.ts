import { getOpenPage } from '#lib/feedback/server/queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, actor, event }) =>
	getOpenPage(ctx, actor, event.params.region ?? '')
);
