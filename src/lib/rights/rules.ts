import type { Day } from '#lib/kernel/calendar.ts';
import type { Article } from './article.model.ts';

/** Why a reader should be careful before reading an article. In this order on the page. */
export type Notice = 'overdue' | 'notTranslated' | 'stale' | 'machine';

/**
 * What stands above an article, before anybody believes it (facts 0.2, feature R5 and R6).
 * @param asked the language of the page; an article that is not there in it is shown in Dutch
 */
export function noticesOf(
	article: Pick<Article, 'reviewBy' | 'locale' | 'stale' | 'translation'>,
	asked: string,
	today: Day
): Notice[] {
	const notices: [Notice, boolean][] = [
		['overdue', today >= article.reviewBy],
		['notTranslated', article.locale !== asked],
		['stale', article.stale],
		['machine', article.translation === 'machine']
	];
	return notices.filter(([, holds]) => holds).map(([notice]) => notice);
}

/** Words by their first letter, in the order of the language. */
export function byLetter<W extends { readonly term: string }>(
	words: readonly W[],
	locale: string
): { letter: string; words: W[] }[] {
	const letters = new Map<string, W[]>();
	const sorted = [...words].sort((one, other) => one.term.localeCompare(other.term, locale));
	for (const word of sorted) {
		const letter = word.term.normalize('NFD').charAt(0).toLocaleUpperCase(locale);
		letters.set(letter, [...(letters.get(letter) ?? []), word]);
	}
	return [...letters].map(([letter, of]) => ({ letter, words: of }));
}
