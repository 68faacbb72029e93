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
