import type { WordList } from '#lib/rights/word.model.ts';
import { officeWords } from './dutch.ts';
import { fleschDouma, sentencesIn, wordsIn } from './readability.ts';
import { wrongStatements } from './wrong-law.ts';

/** Explanations of law may be a little harder than articles: their words are what is explained. */
const LEAST_EASY = 60;
const MOST_WORDS = 15;

/** The list speaks to parents and youths alike: it says neither "u" nor "je". */
const ADDRESSED = /(?<![\p{L}])(u|uw|je|jij|jou|jouw)(?![\p{L}])/iu;

const textsOf = ({ words, pairs }: WordList) => [
	...words.map(({ means }) => means),
	...pairs.flatMap(({ sides, difference }) => [
		difference,
		...sides.flatMap(({ nr, means }) => (nr === null ? [means] : []))
	])
];

/** What is wrong with the explanations of a list. */
export function wordProblems(list: WordList): string[] {
	const texts = textsOf(list);
	const dutch = list.locale === 'nl';
	const score = fleschDouma(texts);
	return [
		...(dutch && score < LEAST_EASY ? [`${score.toFixed(1)}, at least ${LEAST_EASY}`] : []),
		...texts.flatMap((text) => [
			...sentencesIn(text)
				.filter((sentence) => dutch && wordsIn(sentence).length > MOST_WORDS)
				.map((sentence) => `over ${MOST_WORDS} words: ${sentence}`),
			...(dutch ? officeWords(text) : []).map((word) => `${word}: ${text}`),
			...(dutch && ADDRESSED.test(text) ? [`speaks to somebody: ${text}`] : []),
			...(text.includes('!') ? [`an exclamation mark: ${text}`] : []),
			...wrongStatements(text).map((wrong) => `${wrong}: ${text}`)
		])
	];
}
