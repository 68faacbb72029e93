import { getArticle } from '#lib/rights/server/queries.ts';
import { page } from '#lib/server/http.ts';
import { audienceOf } from '../audience.ts';

export const load = page(({ ctx, actor, event: { params, locals } }) =>
	getArticle(ctx, actor, {
		audience: audienceOf(params),
		slug: params.slug ?? '',
		locale: locals.locale
	})
);
