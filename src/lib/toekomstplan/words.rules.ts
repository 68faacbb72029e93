import type { Words } from './model.ts';

/** The words of a field in which nothing was written yet. */
export const NO_WORDS: Words = { words: '', revision: 0 };

/**
 * What happens to typed words. `same`: they stand there already, such as after a retry or a double tap.
 * `write`: nothing changed since they were begun. `conflict`: another tab or phone wrote in between, and
 * neither text may be lost.
 * @param base the revision that the words were typed over
 */
export function weigh(now: Words, typed: string, base: number): 'same' | 'write' | 'conflict' {
	if (typed === now.words) return 'same';
	return base === now.revision ? 'write' : 'conflict';
}

/** Line ends as the browser sends them differ from those it shows. */
export const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** Words with what was picked under them, each on a line of its own and none twice. */
export function withPicked(words: string, picked: readonly string[]): string {
	const lines = words === '' ? [] : words.split('\n');
	return [...lines, ...picked.filter((one) => !lines.includes(one))].join('\n');
}
