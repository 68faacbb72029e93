import { describe, expect, test } from 'vitest';
import { day, dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Quarter } from './model.ts';
import { firstDayAfter, firstDayOf, quarterOf, touches } from './quarter.rules.ts';
import { endCountsIn, isDropout, newStartKnownIn, startedAgain } from './trajectory.rules.ts';

describe('quarters', () => {
	test.each([
		['2026-01-01', '2026-Q1'],
		['2026-03-31', '2026-Q1'],
		['2026-04-01', '2026-Q2'],
		['2026-12-31', '2026-Q4']
	])('%s is in %s', (on, quarter) => {
		expect(quarterOf(day(on))).toBe(quarter);
	});

	test('31 March 23:30 in UTC is in the next quarter in the Netherlands', () => {
		expect(quarterOf(dayInNetherlands(new Date('2026-03-31T23:30:00Z')))).toBe('2026-Q2');
		expect(quarterOf(dayInNetherlands(new Date('2026-12-31T22:30:00Z')))).toBe('2026-Q4');
	});

	test.each<[Quarter, string, string]>([
		['2026-Q1', '2026-01-01', '2026-04-01'],
		['2026-Q4', '2026-10-01', '2027-01-01']
	])('%s goes from %s to before %s', (quarter, first, after) => {
		expect([firstDayOf(quarter), firstDayAfter(quarter)]).toEqual([first, after]);
	});

	test.each<[string, string | null, boolean]>([
		['2026-01-01', null, true],
		['2026-12-31', null, true],
		['2027-01-01', null, false],
		['2026-01-01', '2026-10-01', false],
		['2026-01-01', '2026-10-02', true]
	])('from %s until %s has a day in 2026-Q4: %s', (from, until, has) => {
		expect(touches({ from: day(from), until: until ? day(until) : null }, '2026-Q4')).toBe(has);
	});
});

describe('help that ends', () => {
	test.each([
		['01', false],
		['02', false],
		['03', true],
		['04', true],
		['05', false]
	] as const)('reason %s is drop-out: %s', (reason, dropout) => {
		expect(isDropout(reason)).toBe(dropout);
	});

	test.each([
		['the last day decides', '2026-10-01', '2026-09-20', '2026-Q3'],
		['told later', '2026-10-01', '2026-11-22', '2026-Q4'],
		['planned ahead', '2027-02-01', '2026-11-22', '2027-Q1']
	])('%s: until %s, told %s, counts in %s', (_, until, today, quarter) => {
		expect(endCountsIn(day(until), day(today))).toBe(quarter);
	});

	test('whether help was needed again is known twelve months later', () => {
		expect(newStartKnownIn(day('2025-11-15'))).toBe('2026-Q4');
	});

	const ended = {
		id: 'one',
		childId: 'Noor' as PersonId,
		from: day('2025-01-01'),
		until: day('2025-11-15')
	};
	test.each<[string, string, string, boolean]>([
		['on the day it ended', 'Noor', '2025-11-15', true],
		['just within the time', 'Noor', '2026-11-14', true],
		['after the time', 'Noor', '2026-11-15', false],
		['before it ended, and went on', 'Noor', '2025-11-14', false],
		['another child', 'Sem', '2026-01-01', false]
	])('new help %s (%s, %s): %s', (_, child, from, again) => {
		const other = { id: 'two', childId: child as PersonId, from: day(from) };
		expect(startedAgain(ended, [ended, other])).toBe(again);
	});
});
