import type { Audience } from '#lib/rights/article.model.ts';
import { getArticle } from '#lib/rights/server/queries.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, actor, event: { params, locals } }) =>
	getArticle(ctx, actor, {
		audience: params.audience as Audience,
		slug: params.slug ?? '',
		locale: locals.locale
	})
);
