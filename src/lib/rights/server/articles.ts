import type { Article, Audience } from '../article.model.ts';
import { THEMES, type ThemeKey } from '../topics.ts';

const files = import.meta.glob<Article>('../content/*/*/*.md', { eager: true, import: 'default' });

const keyOf = (audience: string, slug: string, locale: string) => `${audience}/${slug}/${locale}`;

/** Every article in every language, by audience, slug and language. Checked when it was built. */
const articles: ReadonlyMap<string, Article> = new Map(
	Object.values(files).map((it) => [keyOf(it.audience, it.slug, it.locale), it])
);

/** The article in a language, in Dutch when it is not there in that one, or null. */
export const findArticle = (audience: Audience, slug: string, locale: string): Article | null =>
	articles.get(keyOf(audience, slug, locale)) ?? articles.get(keyOf(audience, slug, 'nl')) ?? null;

export type Theme = { readonly key: ThemeKey; readonly articles: readonly Article[] };

/** The articles for somebody, by theme, in the order of the list. */
export const listThemes = (audience: Audience, locale: string): Theme[] =>
	THEMES.map(({ key, slugs }) => ({
		key,
		articles: slugs.flatMap((slug) => findArticle(audience, slug, locale) ?? [])
	}));
