import { AUDIENCES } from '../article.model.ts';
import { findArticle, listThemes } from './articles.ts';

/** A page that can be read without internet, and from which day on it must be looked at anew. */
export type PageToTake = { readonly path: string; readonly reviewBy: string | null };

/** Shown at every address that is not among the pages to take. */
export const WITHOUT_INTERNET = '/zonder-internet';

const FIXED = [
	'/',
	'/rechten',
	'/woorden',
	'/woorden/op-elkaar',
	'/hulp',
	'/hulp/jongere',
	'/veilig',
	WITHOUT_INTERNET
];

/** Every public page in a language: what somebody takes along with one visit. */
export function pagesToTake(locale: string): PageToTake[] {
	const articles = AUDIENCES.flatMap((audience) => [
		{ path: `/rechten/${audience}`, reviewBy: null },
		...listThemes(audience, locale).flatMap((theme) =>
			theme.articles.map(({ slug }) => ({
				path: `/rechten/${audience}/${slug}`,
				reviewBy: findArticle(audience, slug, locale)?.reviewBy ?? null
			}))
		)
	]);
	return [...FIXED.map((path) => ({ path, reviewBy: null })), ...articles];
}
