/** A calendar day as `YYYY-MM-DD`. Rights and terms count in days, never in hours. */
export type Day = string & { readonly __day: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: 2027-02-29 does not. */
export function isDay(text: string): text is Day {
	const found = DAY.exec(text);
	if (!found) return false;
	const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
	return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** A day written in code. @throws {RangeError} when it does not exist */
export function day(text: string): Day {
	if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
	return text;
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Amsterdam',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

const HOUR_MS = 3_600_000;
let lastHour = { number: Number.NaN, day: '' as Day };

/**
 * The day it is in the Netherlands at a moment, whatever the server's own time zone. Dutch time has been
 * whole hours from world time since 1940, so a day holds for the hour: asked many times for one page, and
 * the formatter is slow.
 */
export function dayInNetherlands(moment: Date): Day {
	const number = Math.floor(moment.getTime() / HOUR_MS);
	if (number !== lastHour.number) lastHour = { number, day: amsterdam.format(moment) as Day };
	return lastHour.day;
}

/**
 * Age in whole years on a day. Someone born on 29 February turns a year older on 1 March in other
 * years (access-rules, principle 4).
 */
export function ageOn(birthDate: Day, on: Day): number {
	const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
	return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The first day on which someone has this age; 1 March for 29 February in other years. */
export function birthdayAt(birthDate: Day, age: number): Day {
	const text = `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}`;
	return isDay(text) ? text : (`${text.slice(0, 5)}03-01` as Day);
}

/** Days from `from` on, and before `until` ("tot"): the day itself no longer counts. Open when null. */
export type Period = { readonly from: Day; readonly until: Day | null };

export const isCurrent = (period: Period, on: Day): boolean =>
	period.from <= on && (period.until === null || on < period.until);

/** Days later, or earlier when negative. Counts days of the calendar: a clock change is no day. */
export function addDays(start: Day, days: number): Day {
	const [year, month, date] = start.split('-').map(Number) as [number, number, number];
	return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as Day;
}

/** Months later, on the same day or the last day of a shorter month. */
export function addMonths(start: Day, months: number): Day {
	const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	const date = Math.min(Number(start.slice(8)), daysInMonth(year, month));
	return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}` as Day;
}

function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (number: number) => String(number).padStart(2, '0');
