import { getWords } from '#lib/rights/server/queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, actor, event }) => getWords(ctx, actor, event.locals.locale));
