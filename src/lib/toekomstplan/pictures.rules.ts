import { plainLines, withPicked } from './words.rules.ts';

const linesOf = (words: string): string[] => (words === '' ? [] : words.split('\n'));

/** The words of a field as a screen with pictures shows them: each answer is a line of its own. */
export function asPictures(
	words: string,
	answers: readonly string[]
): { readonly chosen: readonly boolean[]; readonly own: string } {
	const lines = linesOf(words);
	return {
		chosen: answers.map((answer) => lines.includes(answer)),
		own: lines.filter((line) => !answers.includes(line)).join('\n')
	};
}

/**
 * The words after a screen with pictures. What nobody touched stays where it stood, so that who changes
 * to pictures and back finds the same text.
 * @param was the words that stand there now
 * @param screen all answers, those that are tapped, and the own words
 */
export function fromPictures(
	was: string,
	screen: {
		readonly answers: readonly string[];
		readonly chosen: readonly string[];
		readonly own: string;
	}
): string {
	const { answers, chosen } = screen;
	const own = plainLines(screen.own);
	const isTakenAway = (line: string) => answers.includes(line) && !chosen.includes(line);
	const kept = linesOf(was).filter((line) => !isTakenAway(line));
	const stays = own === plainLines(asPictures(was, answers).own);
	const answered = kept.filter((line) => answers.includes(line));
	return withPicked((stays ? kept : [...answered, ...linesOf(own)]).join('\n'), chosen);
}
