import { withPicked } from './words.rules.ts';
import { MOST_TIPS, TIP_DAYS } from './tip.model.ts';

/** Tips from this moment on count for who gives another one. */
export const tipsCountFrom = (now: Date): Date =>
	new Date(now.getTime() - TIP_DAYS * 24 * 60 * 60_000);

/**
 * Whether somebody can give one more. Counts what was given, never what is left: who gives a tip must
 * not learn from it what the youth did with an earlier one.
 */
export const mayGiveMore = (given: number): boolean => given < MOST_TIPS;

/** The words of a field with a tip under them, each line once. */
export const withTip = (words: string, tip: string): string => withPicked(words, tip.split('\n'));
