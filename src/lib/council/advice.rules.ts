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
