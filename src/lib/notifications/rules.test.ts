import { expect, test } from 'vitest';
import { dueAfter, MOST_ATTEMPTS } from './rules.ts';

const at = new Date('2026-11-22T12:00:00Z');

test.each([
	[1, '2026-11-22T12:01:00.000Z'],
	[2, '2026-11-22T12:05:00.000Z'],
	[3, '2026-11-22T12:30:00.000Z'],
	[4, '2026-11-22T14:00:00.000Z'],
	[5, '2026-11-23T00:00:00.000Z'],
	[6, '2026-11-23T00:00:00.000Z']
])('after try %i the next is due at %s', (attempts, due) => {
	expect(dueAfter(attempts, at).toISOString()).toBe(due);
});

test('there are six tries', () => {
	expect(MOST_ATTEMPTS).toBe(6);
});
