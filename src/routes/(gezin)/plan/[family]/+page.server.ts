import { getPlanPage } from '#lib/plan/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from './family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getPlanPage(ctx, actor, familyOf(event))
);
