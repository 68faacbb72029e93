import { getTopics } from '#lib/rights/server/queries.ts';
import { page } from '#lib/server/http.ts';
import { audienceOf } from './audience.ts';

export const load = page(({ actor, event }) =>
	getTopics(actor, audienceOf(event.params), event.locals.locale)
);
