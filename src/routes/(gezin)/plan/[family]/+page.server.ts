import { networkDoors } from '#lib/network/server/supporters.queries.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from './family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	plan: await getPlanPage(ctx, actor, familyOf(event)),
	doors: await networkDoors(ctx, actor, familyOf(event))
}));
