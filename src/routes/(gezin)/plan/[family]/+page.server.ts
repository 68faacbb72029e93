import { getPlanOfFamily } from '#lib/home/server/plan.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from './family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getPlanOfFamily(ctx, actor, familyOf(event))
);
