import { getFridgeSheet } from '#lib/fridge/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getFridgeSheet(ctx, actor, familyOf(event), {
		names: event.url.searchParams.get('namen') !== 'nee',
		language: event.locals.locale
	})
);
