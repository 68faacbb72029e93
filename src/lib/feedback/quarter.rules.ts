import { addMonths, type Day } from '#lib/kernel/calendar.ts';
import type { Quarter } from './model.ts';

/** The calendar quarter of a day in the Netherlands. */
export const quarterOf = (on: Day): Quarter =>
	`${Number(on.slice(0, 4))}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}` as Quarter;

/** The first day of a quarter. */
export const firstDayOf = (quarter: Quarter): Day =>
	`${quarter.slice(0, 4)}-${String((Number(quarter.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01` as Day;

/** The first day that no longer belongs to it. */
export const firstDayAfter = (quarter: Quarter): Day => addMonths(firstDayOf(quarter), 3);

/** Whether a period has a day in the quarter. */
export const touches = (
	{ from, until }: { readonly from: Day; readonly until: Day | null },
	quarter: Quarter
): boolean => from < firstDayAfter(quarter) && (until === null || until > firstDayOf(quarter));
