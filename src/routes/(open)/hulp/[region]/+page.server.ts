import type { RegionId } from '#lib/family/model.ts';
import { getRegionalHelp } from '#lib/rights/server/regional-help.queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, actor, event }) =>
	getRegionalHelp(ctx, actor, (event.params as { region?: string }).region as RegionId)
);
