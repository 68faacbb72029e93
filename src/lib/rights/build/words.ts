import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Block, Inline } from '../article.model.ts';
import { TOPICS } from '../topics.ts';
import { WordFile, type Pair, type Word, type WordList } from '../word.model.ts';
import { ArticleProblem } from './blocks.ts';
import { sourceMark, yamlOf } from './read.ts';

/** Where the lists stand, under the folder of the articles. */
export const WORDS = 'words';

const LOCALE = /(?:^|\/)([a-z]{2})\.yaml$/;

type File = ReturnType<typeof WordFile.parse>;

/**
 * Reads the list of one language.
 * @param dutch the Dutch file; the file itself when it is the Dutch one
 * @throws {ArticleProblem} with everything that is wrong with it, a line each
 */
export function readWords(file: { path: string; text: string }, dutch: string): WordList {
	const { path, text } = file;
	const locale = LOCALE.exec(path)?.[1] ?? '';
	const own = parsed(path, text);
	const source = locale === 'nl' ? own : parsed(path, dutch);
	const problems = [...problemsOf(own), ...translationProblems(own, source, locale)];
	if (problems.length) throw new ArticleProblem(problems.map((it) => `${path}: ${it}`).join('\n'));
	const words = own.words.map((word) => wordOf(word, source, locale));
	return {
		...own,
		locale,
		stale: own.source !== undefined && own.source !== sourceMark(dutch),
		words,
		pairs: own.pairs.map((pair) => pairOf(pair, words))
	};
}

function parsed(path: string, text: string): File {
	const file = WordFile.safeParse(yamlOf(path, text));
	if (file.success) return file.data;
	const lines = file.error.issues.map((it) => `${path}: ${it.path.join('.')}: ${it.message}`);
	throw new ArticleProblem(lines.join('\n'));
}

/** A Dutch word in a foreign text, such as "gezag", is the same word: its forms count there too. */
function wordOf(word: File['words'][number], dutch: File, locale: string): Word {
	const source = dutch.words.find(({ nr }) => nr === word.nr) ?? word;
	const other = locale === 'nl' || source.term === word.term ? null : source.term;
	return { ...word, dutch: other, forms: [...new Set([...word.forms, ...source.forms])] };
}

const pairOf = ({ sides, difference }: File['pairs'][number], words: readonly Word[]): Pair => ({
	difference,
	sides: sides.map((side) => {
		if (!('word' in side)) return { ...side, nr: null };
		const word = words.find(({ nr }) => nr === side.word);
		return { nr: side.word, name: word?.term ?? '', means: word?.means ?? '' };
	})
});

const twice = <T>(all: readonly T[]): T[] => all.filter((one, at) => all.indexOf(one) !== at);

function problemsOf({ words, pairs, said, checkedOn, reviewBy }: File): string[] {
	const known = new Set(words.map(({ nr }) => nr));
	const named = [
		...pairs.flatMap(({ sides }) => sides.flatMap((it) => ('word' in it ? [it.word] : []))),
		...said.flatMap((it) => it.words)
	];
	return [
		...(checkedOn < reviewBy ? [] : ['reviewed before it was checked']),
		...twice(words.map(({ nr }) => nr)).map((nr) => `two words with number ${nr}`),
		...twice(words.map(({ term }) => term)).map((term) => `twice in the list: ${term}`),
		...twice(words.flatMap(({ forms }) => forms)).map((form) => `found as two words: ${form}`),
		...named.filter((nr) => !known.has(nr)).map((nr) => `there is no word ${nr}`),
		...said
			.flatMap(({ topics }) => topics)
			.filter((slug) => !TOPICS.some((topic) => topic === slug))
			.map((slug) => `there is no article ${slug}`)
	];
}

function translationProblems(own: File, dutch: File, locale: string): string[] {
	if (locale === 'nl')
		return own.source || own.translation ? ['the Dutch list is no translation'] : [];
	const there = new Set(own.words.map(({ nr }) => nr));
	const known = new Set(dutch.words.map(({ nr }) => nr));
	return [
		...(own.source && own.translation ? [] : ['a translation says source and translation']),
		...[...known].filter((nr) => !there.has(nr)).map((nr) => `word ${nr} is not translated`),
		...[...there].filter((nr) => !known.has(nr)).map((nr) => `word ${nr} is not in Dutch`)
	];
}

/**
 * The lists on the disk, by language, from the folder of the articles.
 * @throws {ArticleProblem} with what is wrong with all of them, a line each
 */
export function readWordLists(folder: string, locales: readonly string[]): WordList[] {
	const textOf = (locale: string) => readFileSync(join(folder, WORDS, `${locale}.yaml`), 'utf8');
	const dutch = textOf('nl');
	return locales.map((locale) =>
		readWords({ path: `${WORDS}/${locale}.yaml`, text: textOf(locale) }, dutch)
	);
}

/**
 * The article with each hard word marked where it first stands, to open its explanation there. Words in
 * links and in bold stay as they are: a link leads to more than an explanation could say.
 */
export function withWords<A extends Pick<Article, 'parts'>>(article: A, words: readonly Word[]): A {
	const mark = marker(words);
	const block = (it: Block): Block =>
		it.kind === 'paragraph'
			? { ...it, inside: it.inside.flatMap(mark) }
			: { ...it, items: it.items.map((item) => item.flatMap(mark)) };
	const parts = article.parts.map((part) => ({
		...part,
		blocks: part.blocks.map(block),
		subs: part.subs.map((sub) => ({ ...sub, blocks: sub.blocks.map(block) }))
	}));
	return { ...article, parts };
}

/** Marks words in text after text, each word once. The longest form is tried first. */
function marker(words: readonly Word[]): (inline: Inline) => Inline[] {
	const { finder, byForm } = finders.get(words) ?? finderOf(words);
	const seen = new Set<number>();
	return (inline) => {
		if (typeof inline !== 'string') return [inline];
		const pieces: Inline[] = [];
		let from = 0;
		for (const match of inline.matchAll(finder)) {
			const found = byForm.get(match[0]);
			if (!found || seen.has(found.nr)) continue;
			seen.add(found.nr);
			pieces.push(inline.slice(from, match.index), {
				kind: 'word',
				word: found.term,
				text: match[0],
				means: found.means
			});
			from = match.index + match[0].length;
		}
		return [...pieces, inline.slice(from)].filter((piece) => piece !== '');
	};
}

type Finder = { readonly finder: RegExp; readonly byForm: ReadonlyMap<string, Word> };

const finders = new WeakMap<readonly Word[], Finder>();

function finderOf(words: readonly Word[]): Finder {
	const byForm = new Map(
		words.flatMap((word) =>
			word.forms.flatMap((form) => writtenAs(form).map((written) => [written, word] as const))
		)
	);
	const pattern = [...byForm.keys()]
		.sort((one, other) => other.length - one.length)
		.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('|');
	const finder = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}-])`, 'gu');
	finders.set(words, { finder, byForm });
	return { finder, byForm };
}

/** A name is a name by its capitals ("de Raad"); any other word may begin a sentence. */
const writtenAs = (form: string): string[] =>
	/\p{Lu}/u.test(form) ? [form] : [form, form.charAt(0).toUpperCase() + form.slice(1)];
