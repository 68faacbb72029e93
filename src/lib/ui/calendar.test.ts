import { describe, expect, test } from 'vitest';
import { day, dayInNetherlands } from '#lib/kernel/calendar.ts';
import { calendarPage, weeksOf } from './calendar.ts';

const pageOn = (on: string, locale: 'nl' | 'en' = 'nl', onwardTo?: string) =>
	calendarPage({ today: day(on), locale, nonce: 'n', onwardTo });

describe('the weeks of a month', () => {
	test.each([
		['2026-11-22', 6, 'a Sunday first'],
		['2027-02-10', 4, '28 days from a Monday'],
		['2028-02-29', 5, 'a leap year'],
		['2026-08-01', 6, 'a Saturday first'],
		['2026-12-31', 5, 'the last day of a year']
	])('%s has %i (%s)', (on, weeks) => {
		const found = weeksOf(day(on));
		expect(found).toHaveLength(weeks);
		expect(found.every((week) => week.length === 7)).toBe(true);
		const days = found.flat().filter((cell) => cell !== null);
		expect(days).toContain(on);
		expect(days).toEqual([...days].sort());
		const mondays = found.flatMap(([monday]) => monday ?? []);
		expect(mondays.every((monday) => new Date(`${monday}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
	});
});

test.each([
	['2026-11-30T22:59:59Z', 'maandag 30 november 2026'],
	['2026-11-30T23:00:00Z', 'dinsdag 1 december 2026'],
	['2026-06-30T22:00:00Z', 'woensdag 1 juli 2026'],
	['2026-12-31T23:00:00Z', 'vrijdag 1 januari 2027']
])('at %s it is %s in the Netherlands', (moment, text) => {
	expect(pageOn(dayInNetherlands(new Date(moment)))).toContain(`<p>${text}</p>`);
});

test('one day is today', () => {
	expect(pageOn('2026-11-22').match(/aria-current="date"/g)).toHaveLength(1);
	expect(pageOn('2026-11-22')).toContain('<td aria-current="date">22</td>');
});

test('it says nothing of the portal', () => {
	for (const locale of ['nl', 'en'] as const) {
		expect(pageOn('2026-11-22', locale)).not.toMatch(/samenspel|gezin|jeugd|hulp|plan|inloggen/i);
	}
	expect(pageOn('2026-11-22')).toContain('<title>Kalender</title>');
});

test('it sends on only when it is told where, and the address stays an address', () => {
	expect(pageOn('2026-11-22')).not.toContain('http-equiv');
	expect(pageOn('2026-11-22', 'nl', 'https://weer.example/?a=1&b="2')).toContain(
		'<meta http-equiv="refresh" content="0; url=https://weer.example/?a=1&#38;b=&#34;2">'
	);
});
