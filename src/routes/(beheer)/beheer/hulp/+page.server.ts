import { listOwnRegions } from '#lib/rights/server/regional-help.queries.ts';
import { privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor }) => listOwnRegions(ctx, actor));
