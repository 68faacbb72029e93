import { expect, test } from 'vitest';
import { MOST_TIPS } from './tip.model.ts';
import { mayGiveMore, tipsCountFrom, withTip } from './tip.rules.ts';

test.each([
	[0, true],
	[MOST_TIPS - 1, true],
	[MOST_TIPS, false]
])('after %i tips in a week: %s', (given, more) => {
	expect(mayGiveMore(given)).toBe(more);
});

test('a week goes back seven times a day, also when the clock changes', () => {
	const from = tipsCountFrom(new Date('2026-10-28T12:00:00Z'));
	expect(from.toISOString()).toBe('2026-10-21T12:00:00.000Z');
});

test.each([
	['', 'Bel oma', 'Bel oma'],
	['Een kamer', 'Bel oma', 'Een kamer\nBel oma'],
	['Een kamer\nBel oma', 'Bel oma', 'Een kamer\nBel oma'],
	['Een kamer', 'Bel oma\nBel Sam', 'Een kamer\nBel oma\nBel Sam']
])('"%s" with "%s"', (words, tip, both) => {
	expect(withTip(words, tip)).toBe(both);
});
