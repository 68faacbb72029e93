import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Amsterdam',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** What the clock says in the Netherlands at a moment: `14:30`. */
export const timeInNetherlands = (moment: Date): string => clock.format(moment);

/**
 * The moment at which the clock in the Netherlands says this. In the night in October in which an hour
 * comes twice, the first; in the night in March in which it is skipped, an hour later.
 * @param time `HH:MM`
 */
export function momentInNetherlands(on: Day, time: string): Date {
	const there = Date.parse(`${on}T${time}:00Z`);
	const found = [2, 1]
		.map((hours) => new Date(there - hours * HOUR))
		.find((moment) => dayInNetherlands(moment) === on && timeInNetherlands(moment) === time);
	return found ?? new Date(there - HOUR);
}

export const minutesLater = (moment: Date, minutes: number): Date =>
	new Date(moment.getTime() + minutes * 60_000);

/** So many days from Monday to Friday later. Public holidays count as any other day. */
export function workdaysLater(from: Day, days: number): Day {
	let moment = Date.parse(`${from}T00:00:00Z`);
	let left = days;
	while (left > 0) {
		moment += DAY;
		const weekday = new Date(moment).getUTCDay();
		if (weekday !== 0 && weekday !== 6) left -= 1;
	}
	return new Date(moment).toISOString().slice(0, 10) as Day;
}
