import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readArticle, readArticles } from './read.ts';
import { readWordLists, readWords, withWords, WORDS } from './words.ts';

/** Where the articles live, from the root of the project. */
export const CONTENT = 'src/lib/rights/content';

/**
 * Turns each article into data while building, so that the server parses nothing, and stops the build
 * at an article that docs/articles.md would not allow. A translation older than its Dutch text, and an
 * article past its review day, are named and built: their pages say so.
 */
export function rightsArticles(): Plugin {
	const isArticle = (id: string) => id.includes(`/${CONTENT}/`) && id.endsWith('.md');
	const isWords = (id: string) => id.includes(`/${CONTENT}/${WORDS}/`) && id.endsWith('.yaml');
	// A language without a list of its own yet shows its articles without explanations.
	const listOf = (locale: string) =>
		existsSync(resolve(CONTENT, WORDS, `${locale}.yaml`))
			? readWordLists(resolve(CONTENT), [locale]).flatMap(({ words }) => words)
			: [];
	const lists = new Map<string, ReturnType<typeof listOf>>();
	const wordsIn = (locale: string) => {
		if (!lists.has(locale)) lists.set(locale, listOf(locale));
		return lists.get(locale) ?? [];
	};
	return {
		name: 'rights-articles',
		buildStart() {
			lists.clear();
			for (const { audience, slug, locale, stale } of readArticles(resolve(CONTENT)))
				if (stale) this.warn(`${audience}/${slug}/${locale}.md is older than its Dutch text`);
		},
		transform(text, id) {
			if (!isArticle(id) && !isWords(id)) return;
			const dutch = readFileSync(id.replace(/[a-z]{2}\.(md|yaml)$/, 'nl.$1'), 'utf8');
			if (isWords(id)) return asData(readWords({ path: id, text }, dutch));
			const article = readArticle({ path: id, text }, dutch);
			return asData(withWords(article, wordsIn(article.locale)));
		}
	};
}

/** A string to parse is read several times faster than the same thing written as code. */
const asData = (thing: unknown) =>
	`export default JSON.parse(${JSON.stringify(JSON.stringify(thing))});`;
