import MiniSearch from 'minisearch';
import { AUDIENCES, type Article, type Audience } from '../article.model.ts';
import { linesOf, plainOf } from '../article.text.ts';
import { TOPICS } from '../topics.ts';
import type { Word, WordList } from '../word.model.ts';
import { findArticle } from './articles.ts';
import { wordsIn } from './words.ts';

/** One article or one word, as it is searched. */
type Entry = {
	readonly id: string;
	readonly title: string;
	readonly term: string;
	/** What people say when they mean this: "afpakken", "jeugdzorg". */
	readonly said: string;
	readonly text: string;
};

export type Hits = { readonly words: readonly Word[]; readonly articles: readonly Article[] };

type Index = { readonly look: (asked: string) => Hits };

const FIELDS = ['title', 'term', 'said', 'text'] as const;
const MOST_WORDS = 4;
const MOST_ARTICLES = 6;
/** A hit that is so much weaker than the best one of its kind has little to do with the question. */
const WORTH_IT = 0.2;
/** What more than a third of all texts say ("de", "hulp") tells them apart from nothing. */
const EVERYWHERE = 1 / 3;

/** Small letters without accents: "cliënt" and "client" are one word. */
const plain = (term: string): string => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const termsOf = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

const indexes = new Map<string, Index>();

/**
 * What there is about these words, best first: articles for each audience, and words of the list. Finds
 * with typing errors, with the beginning of a word, and with the words that people use.
 */
export function look(locale: string, asked: string): Hits {
	const index = indexes.get(locale) ?? indexOf(locale);
	indexes.set(locale, index);
	return index.look(asked);
}

function indexOf(locale: string): Index {
	const list = wordsIn(locale);
	const articles = new Map(
		AUDIENCES.flatMap((audience) =>
			TOPICS.flatMap((slug) => findArticle(audience, slug, locale) ?? [])
		).map((article) => [`${article.audience}/${article.slug}`, article])
	);
	const words = new Map(list.words.map((word) => [`word/${word.nr}`, word]));
	const entries = [
		...[...articles].map(([id, article]) => articleEntry(id, article, list)),
		...[...words].map(([id, word]) => wordEntry(id, word, list))
	];
	const everywhere = commonIn(entries, list);
	const search = new MiniSearch<Entry>({
		fields: [...FIELDS],
		tokenize: termsOf,
		processTerm: plain,
		searchOptions: {
			boost: { title: 3, term: 3, said: 4 },
			prefix: (term) => term.length > 2,
			fuzzy: (term) => (term.length > 3 ? 0.2 : false),
			processTerm: (term) => (everywhere.has(plain(term)) ? null : plain(term))
		}
	});
	search.addAll(entries);
	return {
		look: (asked) => {
			const found = search
				.search(asked)
				// Who names two things looks for a text about both.
				.map(({ id, score, queryTerms }) => ({ id: String(id), score: score * queryTerms.length }))
				.sort((one, other) => other.score - one.score);
			const among = (kind: string) => {
				const own = found.filter(({ id }) => id.startsWith(`${kind}/`));
				const least = (own[0]?.score ?? 0) * WORTH_IT;
				return own.filter(({ score }) => score >= least).map(({ id }) => id);
			};
			const perAudience = (audience: Audience) =>
				among(audience)
					.slice(0, MOST_ARTICLES)
					.flatMap((id) => articles.get(id) ?? []);
			return {
				words: among('word')
					.slice(0, MOST_WORDS)
					.flatMap((id) => words.get(id) ?? []),
				articles: AUDIENCES.flatMap(perAudience)
			};
		}
	};
}

const articleEntry = (id: string, article: Article, { said }: WordList): Entry => ({
	id,
	title: article.title,
	term: article.term ?? '',
	said: saidFor(said.filter(({ topics }) => topics.includes(article.slug))),
	text: [article.summary, ...article.parts.flatMap(linesOf).map(plainOf)].join(' ')
});

const wordEntry = (id: string, word: Word, { said }: WordList): Entry => ({
	id,
	title: word.term,
	term: [word.dutch ?? '', ...word.forms].join(' '),
	said: saidFor(said.filter(({ words }) => words.includes(word.nr))),
	text: word.means
});

const saidFor = (said: WordList['said']): string => said.flatMap(({ say }) => say).join(' ');

/** Terms that stand in so many texts that looking for them finds everything; words of the list are none. */
function commonIn(entries: readonly Entry[], { words, said }: WordList): ReadonlySet<string> {
	const names = [...words.flatMap(({ forms }) => forms), ...said.flatMap(({ say }) => say)];
	const known = new Set(names.filter((name) => !/\s/.test(name)).map(plain));
	const counts = new Map<string, number>();
	const articles = entries.filter(({ id }) => !id.startsWith('word/'));
	for (const { text } of articles) {
		for (const term of new Set(termsOf(text).map(plain)))
			counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	const many = articles.length * EVERYWHERE;
	return new Set(
		[...counts].flatMap(([term, count]) => (count > many && !known.has(term) ? [term] : []))
	);
}
