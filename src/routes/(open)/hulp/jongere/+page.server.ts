import { getHelp } from '#lib/rights/server/regional-help.queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, actor }) => getHelp(ctx, actor, { youth: true }));
