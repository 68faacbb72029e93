import { expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	ageOn,
	birthdayAt,
	day,
	dayInNetherlands,
	isCurrent,
	isDay
} from './calendar.ts';

test.each([
	['2014-11-22', '2026-11-21', 11],
	['2014-11-22', '2026-11-22', 12],
	['2008-02-29', '2026-02-28', 17],
	['2008-02-29', '2026-03-01', 18],
	['2008-02-29', '2024-02-28', 15],
	['2008-02-29', '2024-02-29', 16],
	['2010-12-31', '2026-12-31', 16],
	['2010-01-01', '2025-12-31', 15]
])('born %s is on %s %i years old', (born, on, age) => {
	expect(ageOn(day(born), day(on))).toBe(age);
});

test.each([
	['2008-02-29', 18, '2026-03-01'],
	['2008-02-29', 16, '2024-02-29'],
	['2014-11-22', 12, '2026-11-22']
])('born %s turns %i on %s', (born, age, on) => {
	expect(birthdayAt(day(born), age)).toBe(on);
});

test('on every day of twenty years, the birthday is the first day of the new age', () => {
	const born = day('2008-02-29');
	for (let age = 1; age <= 20; age += 1) {
		const birthday = birthdayAt(born, age);
		const before = dayInNetherlands(new Date(Date.parse(`${birthday}T12:00:00Z`) - 86_400_000));
		expect([ageOn(born, before), ageOn(born, birthday)]).toEqual([age - 1, age]);
	}
});

test.each([
	['2026-11-21T22:59:59Z', '2026-11-21'],
	['2026-11-21T23:00:00Z', '2026-11-22'],
	['2026-07-01T21:59:59Z', '2026-07-01'],
	['2026-07-01T22:00:00Z', '2026-07-02'],
	['2026-03-28T23:30:00Z', '2026-03-29'],
	['2026-03-29T22:00:00Z', '2026-03-30'],
	['2026-10-24T22:00:00Z', '2026-10-25'],
	['2026-10-25T22:59:59Z', '2026-10-25'],
	['2026-12-31T23:00:00Z', '2027-01-01']
])('at %s it is %s in the Netherlands', (moment, on) => {
	expect(dayInNetherlands(new Date(moment))).toBe(on);
});

test.each(['2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-30', '', '2026-4-3'])(
	'%j is not a day',
	(text) => {
		expect(isDay(text)).toBe(false);
		expect(() => day(text)).toThrow(RangeError);
	}
);

test('a period holds from its first day until the day before its end', () => {
	const period = { from: day('2026-01-10'), until: day('2026-02-10') };
	const days = ['2026-01-09', '2026-01-10', '2026-02-09', '2026-02-10'];
	expect(days.map((text) => isCurrent(period, day(text)))).toEqual([false, true, true, false]);
	expect(isCurrent({ ...period, until: null }, day('2100-01-01'))).toBe(true);
});

test.each([
	['2026-11-30', 3, '2027-02-28'],
	['2027-11-30', 3, '2028-02-29'],
	['2026-01-31', 12, '2027-01-31'],
	['2026-11-22', 6, '2027-05-22']
])('%s and %i months is %s', (start, months, end) => {
	expect(addMonths(day(start), months)).toBe(end);
});

test.each([
	['2026-11-22', 1, '2026-11-23'],
	['2026-12-31', 1, '2027-01-01'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-03-28', 2, '2026-03-30'],
	['2026-10-24', 2, '2026-10-26'],
	['2026-03-01', -1, '2026-02-28']
])('%s and %s days is %s', (start, days, expected) => {
	expect(addDays(day(start), days)).toBe(expected);
});
