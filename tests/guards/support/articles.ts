import type { Article, Audience } from '#lib/rights/article.model.ts';
import { linesOf, plainOf } from '#lib/rights/article.text.ts';
import { AUDIENCES } from '#lib/rights/article.model.ts';
import { TOPICS } from '#lib/rights/topics.ts';
import { officeWords } from './dutch.ts';
import { fleschDouma, sentencesIn, wordsIn } from './readability.ts';
import { wrongStatements } from './wrong-law.ts';

/** How easy a Dutch article must be: a floor for a machine to hold, never proof that people understand it. */
export const FLOORS: Readonly<
	Record<Audience, { readonly flesch: number; readonly mean: number; readonly most: number }>
> = {
	ouder: { flesch: 70, mean: 15, most: 20 },
	jongere: { flesch: 80, mean: 10, most: 15 }
};

/** Everything that an article says, a paragraph or item each; sources and headings are not read. */
export const textsOf = (article: Article): string[] => [
	article.summary,
	...article.parts.flatMap(linesOf).map(plainOf)
];

const nameOf = ({ audience, slug, locale }: Article) => `${audience}/${slug}/${locale}`;

/** What makes a Dutch article too hard for whom it is written to. */
export function hardness(article: Article): string[] {
	const { flesch, mean, most } = FLOORS[article.audience];
	const texts = textsOf(article);
	const sentences = texts.flatMap(sentencesIn);
	const score = fleschDouma(texts);
	const average = sentences.flatMap(wordsIn).length / sentences.length;
	return [
		...(score < flesch ? [`${nameOf(article)}: ${score.toFixed(1)}, at least ${flesch}`] : []),
		...(average > mean
			? [`${nameOf(article)}: ${average.toFixed(1)} words in a sentence, at most ${mean}`]
			: []),
		...sentences
			.filter((sentence) => wordsIn(sentence).length > most)
			.map((sentence) => `${nameOf(article)}: over ${most} words: ${sentence}`)
	];
}

/** Words of the office, shouting, and what is wrong about the law. */
export function wrongWords(article: Article): string[] {
	const texts = [article.title, ...textsOf(article)];
	return texts.flatMap((text) => [
		...(article.locale === 'nl' ? officeWords(text) : []).map(
			(word) => `${nameOf(article)}: ${word}`
		),
		...(text.includes('!') ? [`${nameOf(article)}: an exclamation mark: ${text}`] : []),
		...wrongStatements(text).map((wrong) => `${nameOf(article)}: ${wrong}: ${text}`)
	]);
}

/** Articles that the list promises and that are not there, in Dutch or in another complete language. */
export const missing = (articles: readonly Article[], locales: readonly string[]): string[] => {
	const there = new Set(articles.map(nameOf));
	return TOPICS.flatMap((slug) =>
		AUDIENCES.flatMap((audience) => locales.map((locale) => `${audience}/${slug}/${locale}`))
	).filter((name) => !there.has(name));
};
