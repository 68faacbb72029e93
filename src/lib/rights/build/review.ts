import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, type Day } from '#lib/kernel/calendar.ts';
import { AUDIENCES } from '../article.model.ts';
import { HELP_LINES } from '../help-lines.ts';
import { TOPICS } from '../topics.ts';
import { readArticles, sourceMark } from './read.ts';
import { readWordLists, WORDS } from './words.ts';

export type Review = {
	readonly overdue: readonly string[];
	readonly soon: readonly string[];
	readonly stale: readonly string[];
	readonly missing: readonly string[];
};

/** Numbers change without telling: they are compared again after this. */
const HELP_LINE_MONTHS = 6;

/**
 * What somebody has to look at: texts past or near their review day, translations older than their Dutch
 * text, and translations that are not there.
 * @throws {ArticleProblem} when a file is not what docs/articles.md says
 */
export function reviewOf(
	folder: string,
	{ today, soon, locales }: { today: Day; soon: Day; locales: readonly string[] }
): Review {
	const articles = readArticles(folder).map((it) => ({
		...it,
		path: `${it.audience}/${it.slug}/${it.locale}.md`
	}));
	const listed = locales.filter((locale) => existsSync(join(folder, WORDS, `${locale}.yaml`)));
	const lists = readWordLists(folder, listed).map((it) => ({
		...it,
		path: `${WORDS}/${it.locale}.yaml`
	}));
	const lines = HELP_LINES.map(({ name, checkedOn }) => ({
		path: `help-lines.ts: ${name}`,
		reviewBy: addMonths(checkedOn, HELP_LINE_MONTHS)
	}));
	const dated = [...articles, ...lists, ...lines];
	const named = ({ path, reviewBy }: (typeof dated)[number]) => `${reviewBy}  ${path}`;
	const there = new Set([...articles, ...lists].map(({ path }) => path));
	const wanted = locales.flatMap((locale) => [
		...AUDIENCES.flatMap((audience) => TOPICS.map((slug) => `${audience}/${slug}/${locale}.md`)),
		`${WORDS}/${locale}.yaml`
	]);
	return {
		overdue: dated.filter(({ reviewBy }) => reviewBy <= today).map(named),
		soon: dated.filter(({ reviewBy }) => reviewBy > today && reviewBy <= soon).map(named),
		stale: [...articles, ...lists].filter(({ stale }) => stale).map(({ path }) => path),
		missing: wanted.filter((path) => !there.has(path))
	};
}

/** The mark of every Dutch file, that its translations carry. */
export const hashesIn = (folder: string): { path: string; mark: string }[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|\/)nl\.(md|yaml)$/.test(path))
		.sort()
		.map((path) => ({ path, mark: sourceMark(readFileSync(join(folder, path), 'utf8')) }));
