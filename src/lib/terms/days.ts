import type { Day } from '#lib/kernel/calendar.ts';

// Days are counted in UTC, where every day has 24 hours: no clock change can make one longer or shorter.
const DAY_LENGTH = 86_400_000;

const numberOf = (day: Day): number =>
	Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));

/** Days later, on the calendar. */
export const addDays = (start: Day, days: number): Day =>
	new Date(numberOf(start) + days * DAY_LENGTH).toISOString().slice(0, 10) as Day;

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(numberOf(day)).getUTCDay());

/** Monday to Friday, and no public holiday. */
const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>): boolean =>
	!isWeekend(day) && !holidays.has(day);

/**
 * The last of so many working days after `start`; the day itself does not count.
 * @param holidays public holidays of at least the years in which the days fall
 */
export function addWorkingDays(start: Day, days: number, holidays: ReadonlySet<Day>): Day {
	let day = start;
	for (let left = days; left > 0;) {
		day = addDays(day, 1);
		if (isWorkingDay(day, holidays)) left -= 1;
	}
	return day;
}
