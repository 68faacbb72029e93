import type { Quarter } from '#lib/feedback/model.ts';
import { addDays, day, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';

/** Late corrections and doubts have this long before a quarter is frozen (D5). */
export const DAYS_BEFORE_PUBLISHING = 28;

/** The calendar quarter that a moment falls in, by the day it is in the Netherlands. */
export const quarterOf = (moment: Date): Quarter => quarterOfDay(dayInNetherlands(moment));

const quarterOfDay = (on: Day): Quarter =>
	`${Number(on.slice(0, 4))}-Q${(Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1) as 1 | 2 | 3 | 4}`;

/** The first day after the quarter. */
export function endOf(quarter: Quarter): Day {
	const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
	return number === 4 ? day(`${year + 1}-01-01`) : day(`${year}-${pad(number * 3 + 1)}-01`);
}

const pad = (number: number) => String(number).padStart(2, '0');

/** Whether the text names a quarter. */
export const isQuarter = (text: string): text is Quarter => /^20\d\d-Q[1-4]$/.test(text);

/** Only a quarter that is over, and for four weeks. */
export const mayPublish = (quarter: Quarter, now: Date): boolean =>
	dayInNetherlands(now) >= addDays(endOf(quarter), DAYS_BEFORE_PUBLISHING);

/** The quarter before. */
export const before = (quarter: Quarter): Quarter => {
	const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
	return number === 1 ? `${year - 1}-Q4` : `${year}-Q${(number - 1) as 1 | 2 | 3}`;
};

/** The newest quarter that may be published. */
export function newestToPublish(now: Date): Quarter {
	const last = before(quarterOf(now));
	return mayPublish(last, now) ? last : before(last);
}
