import { diffWordsWithSpace } from 'diff';
import type { Difference, FieldValue, Piece } from '../history.model.ts';

/** Texts that differ more than this are shown whole: comparing them would cost more than it tells. */
const MOST_EDITS = 600;

/** Marks which words went and which came, where a field has words on both sides. */
export const markWords = (difference: Difference): Difference => ({
	...difference,
	fields: difference.fields.map((one) => {
		if (one.was?.is !== 'words' || one.now?.is !== 'words') return one;
		const { was, now } = compared(textOf(one.was.pieces), textOf(one.now.pieces));
		return { ...one, was: words(was), now: words(now) };
	})
});

export const words = (pieces: readonly Piece[]): FieldValue => ({ is: 'words', pieces });

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** Two texts, each with its own words and a mark at those that the other does not have. */
export function compared(
	was: string,
	now: string
): { readonly was: Piece[]; readonly now: Piece[] } {
	const runs = diffWordsWithSpace(was, now, { maxEditLength: MOST_EDITS });
	if (!runs) {
		return { was: [{ text: was, changed: true }], now: [{ text: now, changed: true }] };
	}
	const side = (mine: 'added' | 'removed', other: 'added' | 'removed') =>
		joined(
			runs
				.filter((run) => !run[other])
				.map((run): Piece => ({ text: run.value, changed: run[mine] }))
		);
	return { was: side('removed', 'added'), now: side('added', 'removed') };
}

/** Words that changed side by side are one run: the space between them is no word that stayed. */
function joined(pieces: readonly Piece[]): Piece[] {
	const whole: Piece[] = [];
	for (const [index, piece] of pieces.entries()) {
		const last = whole.at(-1);
		const between = !piece.text.trim() && last?.changed && pieces[index + 1]?.changed;
		const { text, changed } = between ? { text: piece.text, changed: true } : piece;
		if (last?.changed === changed) whole[whole.length - 1] = { text: last.text + text, changed };
		else whole.push({ text, changed });
	}
	return whole;
}
