import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { ArticleHead, type Article, type ArticleSlug } from '../article.model.ts';
import { ArticleProblem, readParts } from './blocks.ts';
import { problemsOf } from './check.ts';

/** One file of an article: where it stands says what it is. */
export type ArticleFile = { readonly path: string; readonly text: string };

const PLACE = /(?:^|\/)([a-z]+)\/([a-z0-9-]+)\/([a-z]{2})\.md$/;
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** The mark of a Dutch file that its translations carry: when it differs, they are stale. */
export const sourceMark = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Reads one article.
 * @param dutch the Dutch file of the same article; the article itself when it is the Dutch one
 * @throws {ArticleProblem} with everything that is wrong with it, a line each
 */
export function readArticle({ path, text }: ArticleFile, dutch: string): Article {
	const [, audience, slug = '', locale = ''] = PLACE.exec(path) ?? [];
	const [, front, body = ''] = FRONT_MATTER.exec(text) ?? [];
	if (!front || !slug) throw new ArticleProblem(`${path}: no front matter, or in the wrong place`);
	const head = ArticleHead.safeParse(yamlOf(path, front));
	if (!head.success) {
		const lines = head.error.issues.map((it) => `${path}: ${it.path.join('.')}: ${it.message}`);
		throw new ArticleProblem(lines.join('\n'));
	}
	const article: Article = {
		...head.data,
		slug: slug as ArticleSlug,
		locale,
		stale: head.data.source !== undefined && head.data.source !== sourceMark(dutch),
		parts: partsOf(path, body)
	};
	const problems = problemsOf(article, audience ?? '');
	if (problems.length)
		throw new ArticleProblem(problems.map((problem) => `${path}: ${problem}`).join('\n'));
	return article;
}

/** YAML as texts, lists and objects. @throws {ArticleProblem} when it is none */
export function yamlOf(path: string, front: string): unknown {
	try {
		// Everything stays text: a day is no moment, and a mark of digits no number.
		return parse(front, { schema: 'failsafe' });
	} catch (problem) {
		if (problem instanceof YAMLParseError) throw new ArticleProblem(`${path}: ${problem.message}`);
		throw problem;
	}
}

function partsOf(path: string, body: string) {
	try {
		return readParts(body);
	} catch (problem) {
		if (problem instanceof ArticleProblem) throw new ArticleProblem(`${path}: ${problem.message}`);
		throw problem;
	}
}

/**
 * Every article under a folder, read from the disk.
 * @throws {ArticleProblem} with what is wrong with all of them, a line each
 */
export function readArticles(folder: string): Article[] {
	const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const paths = found.filter((path) => path.endsWith('.md')).sort();
	const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
	const problems: string[] = [];
	const articles: Article[] = [];
	for (const [path, text] of texts) {
		try {
			const dutch = texts.get(path.replace(/[a-z]{2}\.md$/, 'nl.md'));
			if (dutch === undefined) throw new ArticleProblem(`${path}: there is no Dutch file`);
			articles.push(readArticle({ path, text }, dutch));
		} catch (problem) {
			if (!(problem instanceof ArticleProblem)) throw problem;
			problems.push(problem.message);
		}
	}
	if (problems.length) throw new ArticleProblem(problems.join('\n'));
	return articles;
}
