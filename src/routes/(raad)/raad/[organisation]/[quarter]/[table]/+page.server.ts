import { getTable } from '#lib/council/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { organisationOf, tableAsked } from '../../council.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getTable(ctx, actor, organisationOf(event), tableAsked(event))
);
