import { expect, test } from 'vitest';
import { listed, longDay, plainDay, weekdays } from './format.ts';

test.each([
	['2026-12-03', '2026-11-22', 'donderdag 3 december'],
	['2027-01-05', '2026-11-22', 'dinsdag 5 januari 2027'],
	['2026-12-03', undefined, 'donderdag 3 december 2026']
] as const)('%s, seen on %s, is written as %s', (day, today, written) => {
	expect(longDay(day, today, 'nl')).toBe(written);
});

test('English keeps the day before the month', () => {
	expect(longDay('2026-12-03', '2026-11-22', 'en')).toBe('Thursday 3 December');
	expect(plainDay('2026-11-22', 'en')).toBe('22 November 2026');
});

test('working days are named in full, with a word before the last', () => {
	expect(weekdays(['ma', 'di', 'do'], 'nl')).toBe('maandag, dinsdag en donderdag');
	expect(weekdays(['zo'], 'en')).toBe('Sunday');
	expect(listed(['Piet'], 'nl')).toBe('Piet');
});
