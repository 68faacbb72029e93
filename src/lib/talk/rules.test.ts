import { describe, expect, test } from 'vitest';
import type { HouseholdId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { personId } from '../../../tests/support/facts.ts';
import { momentInNetherlands, timeInNetherlands, workdaysLater } from './moments.ts';
import { expectation, hasStarted, isAhead, liveTogether, placeFor } from './rules.ts';

test.each([
	['2026-12-01', '14:30', '2026-12-01T13:30:00.000Z'],
	['2026-07-01', '14:30', '2026-07-01T12:30:00.000Z'],
	// The clock goes forward: 02:30 does not exist, and is an hour later.
	['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
	['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
	['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
	// The clock goes back: 02:30 comes twice, and is the first.
	['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
	['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
	['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
	['2026-12-31', '00:15', '2026-12-30T23:15:00.000Z']
])('%s %s is %s', (on, time, moment) => {
	const found = momentInNetherlands(day(on), time);
	expect(found.toISOString()).toBe(moment);
	if (on !== '2027-03-28' || time !== '02:30') expect(timeInNetherlands(found)).toBe(time);
});

test.each([
	['2026-11-20', 1, '2026-11-23'],
	['2026-11-21', 1, '2026-11-23'],
	['2026-11-23', 5, '2026-11-30'],
	['2026-11-24', 5, '2026-12-01'],
	['2026-11-22', 5, '2026-11-27'],
	['2026-12-28', 5, '2027-01-04'],
	['2028-02-25', 2, '2028-02-29']
])('from %s, %i working days later is %s', (from, days, expected) => {
	expect(workdaysLater(day(from), days)).toBe(expected);
});

const meeting = {
	startsAt: new Date('2026-12-01T13:30:00Z'),
	minutes: 60,
	state: 'planned'
} as const;

test('a meeting starts and ends to the second', () => {
	expect(hasStarted(meeting, new Date('2026-12-01T13:29:59Z'))).toBe(false);
	expect(hasStarted(meeting, new Date('2026-12-01T13:30:00Z'))).toBe(true);
	expect(isAhead(meeting, new Date('2026-12-01T14:29:59Z'))).toBe(true);
	expect(isAhead(meeting, new Date('2026-12-01T14:30:00Z'))).toBe(false);
	expect(isAhead({ ...meeting, state: 'cancelled' }, new Date('2026-11-01T00:00:00Z'))).toBe(false);
});

describe('two households', () => {
	const [A, B] = ['huis-a', 'huis-b'] as HouseholdId[] as [HouseholdId, HouseholdId];
	const members = [
		{ householdId: A, personId: personId('moeder') },
		{ householdId: A, personId: personId('Noor') },
		{ householdId: B, personId: personId('vader') },
		{ householdId: B, personId: personId('Noor') }
	];
	const seenBy = (who: string, home: HouseholdId | null, regisseur = false) =>
		placeFor(
			{ placeText: 'Kanariestraat 9', placeHouseholdId: home },
			{ id: personId(who), regisseur },
			members
		).kind;

	test('a place of a household is for its members and the regisseur', () => {
		expect(['moeder', 'Noor', 'vader', 'oma'].map((who) => seenBy(who, A))).toEqual([
			'known',
			'known',
			'elsewhere',
			'elsewhere'
		]);
		expect(seenBy('Anna', A, true)).toBe('known');
		expect(seenBy('vader', null)).toBe('known');
	});

	test('a place that nobody named yet is unknown', () => {
		const found = placeFor(
			{ placeText: null, placeHouseholdId: null },
			{ id: personId('vader'), regisseur: false },
			members
		);
		expect(found).toEqual({ kind: 'unknown' });
	});

	test('who lives together', () => {
		expect(liveTogether(members, personId('moeder'), personId('Noor'))).toBe(true);
		expect(liveTogether(members, personId('moeder'), personId('vader'))).toBe(false);
		expect(liveTogether([], personId('oma'), personId('oma'))).toBe(true);
	});
});

describe('when an answer is expected', () => {
	const asked = {
		turn: 'regisseur',
		expectedOn: day('2026-11-27'),
		movedTo: null,
		movedWords: null,
		closedAt: null
	} as const;
	test('late from the day after, while it waits', () => {
		expect(expectation(asked, day('2026-11-27'))).toEqual({
			on: '2026-11-27',
			moved: null,
			late: false
		});
		expect(expectation(asked, day('2026-11-28')).late).toBe(true);
		expect(expectation({ ...asked, turn: 'asker' }, day('2026-11-28')).late).toBe(false);
		const closed = { ...asked, closedAt: new Date('2026-11-25T00:00:00Z') };
		expect(expectation(closed, day('2026-11-28')).late).toBe(false);
	});
	test('moved: both days are shown, the later counts', () => {
		const moved = { ...asked, movedTo: day('2026-12-04'), movedWords: 'ziek' };
		expect(expectation(moved, day('2026-12-01'))).toEqual({
			on: '2026-12-04',
			moved: { from: '2026-11-27', words: 'ziek' },
			late: false
		});
	});
});
