import type { Audience } from '#lib/rights/article.model.ts';
import { getTopics } from '#lib/rights/server/queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ actor, event }) =>
	getTopics(actor, event.params.audience as Audience, event.locals.locale)
);
