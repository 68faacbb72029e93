import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';

export type ScoreAnswer = {
	readonly personId: PersonId;
	readonly on: Day;
	readonly score: number;
	readonly words: string | null;
};

/**
 * Answers by person, at most one a day: the last of a day counts. Earlier ones of that day were a
 * mistake, or a change of mind.
 * @param answers oldest first
 */
export function dailyAnswers(answers: readonly ScoreAnswer[]): Map<PersonId, ScoreAnswer[]> {
	const byPerson = new Map<PersonId, ScoreAnswer[]>();
	for (const answer of answers) {
		const mine = byPerson.get(answer.personId) ?? [];
		const kept = mine.at(-1)?.on === answer.on ? mine.slice(0, -1) : mine;
		byPerson.set(answer.personId, [...kept, answer]);
	}
	return byPerson;
}

/** Where the line is drawn, in units of the picture; y grows downwards. */
export type Frame = {
	readonly start: number;
	readonly end: number;
	readonly top: number;
	readonly bottom: number;
};

export type Point = { readonly x: number; readonly y: number };

export const HIGHEST = 10;

/** The height of a score in the frame. @param score 0 to 10 */
export const heightOf = (score: number, { top, bottom }: Frame): number =>
	rounded(bottom - (score / HIGHEST) * (bottom - top));

/**
 * The points of one line: days at their true distance from the first to the last, or all in the middle
 * when there is one day only.
 */
export function pointsOf(
	answers: readonly { readonly on: Day; readonly score: number }[],
	{ first, last }: { readonly first: Day; readonly last: Day },
	frame: Frame
): Point[] {
	const width = frame.end - frame.start;
	const days = daysBetween(first, last);
	return answers.map(({ on, score }) => ({
		x: rounded(frame.start + (days === 0 ? 0.5 : daysBetween(first, on) / days) * width),
		y: heightOf(score, frame)
	}));
}

/** Where the drawn parts of several lines begin and end; null without any answer. */
export function spanOf(days: readonly Day[]): { first: Day; last: Day } | null {
	const sorted = days.toSorted();
	const [first, last] = [sorted[0], sorted.at(-1)];
	return first && last ? { first, last } : null;
}

const DAY = 86_400_000;
const daysBetween = (from: Day, until: Day) => (Date.parse(until) - Date.parse(from)) / DAY;

/** One decimal is finer than a pixel, and short in the page. */
const rounded = (number: number) => Math.round(number * 10) / 10;
