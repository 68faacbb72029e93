import { markedIn } from '#lib/feedback/marks.rules.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';

/** Whether an answer came, or is still to come, after the day on which the council asked for it. */
export const isLate = (askedBy: Day, answeredOn: Day | null, today: Day): boolean =>
	(answeredOn ?? today) > askedBy;

/** What is tried now is measured in the quarter after this one: this one has begun without it. */
export function quarterAfter(quarter: Quarter): Quarter {
	const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
	return number === 4 ? `${year + 1}-Q1` : `${year}-Q${(number + 1) as 2 | 3 | 4}`;
}

/** Words that may be a name, a place, a day or a number, each once: what everybody reads names nobody. */
export const marksIn = (...texts: readonly string[]): string[] => [
	...new Set(texts.flatMap(markedIn).flatMap(({ text, why }) => (why ? [text] : [])))
];

/** A mark holds no bar: the words that somebody looked at go along in one field. */
const BAR = '|';
export const lookedAt = (marks: readonly string[]): string => marks.join(BAR);

/**
 * The fields with marked words that the writer did not confirm: those are changed, or looked at once more.
 * What was confirmed holds for those words alone, not for others that were written since.
 */
export function unconfirmedIn(
	texts: Readonly<Record<string, string>>,
	sure: string
): Record<string, string> {
	const confirmed = sure.split(BAR);
	const found = Object.entries(texts).filter(([, text]) =>
		marksIn(text).some((mark) => !confirmed.includes(mark))
	);
	return Object.fromEntries(found.map(([field]) => [field, 'council.marks']));
}
