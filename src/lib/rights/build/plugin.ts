import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readArticle, readArticles } from './read.ts';

/** Where the articles live, from the root of the project. */
export const CONTENT = 'src/lib/rights/content';

/**
 * Turns each article into data while building, so that the server parses nothing, and stops the build
 * at an article that docs/articles.md would not allow. A translation older than its Dutch text, and an
 * article past its review day, are named and built: their pages say so.
 */
export function rightsArticles(): Plugin {
	const isArticle = (id: string) => id.includes(`/${CONTENT}/`) && id.endsWith('.md');
	return {
		name: 'rights-articles',
		buildStart() {
			for (const { audience, slug, locale, stale } of readArticles(resolve(CONTENT)))
				if (stale) this.warn(`${audience}/${slug}/${locale}.md is older than its Dutch text`);
		},
		transform(text, id) {
			if (!isArticle(id)) return;
			const dutch = readFileSync(id.replace(/[a-z]{2}\.md$/, 'nl.md'), 'utf8');
			const article = readArticle({ path: id, text }, dutch);
			// A string to parse is read several times faster than the same thing written as code.
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(article))});`;
		}
	};
}
