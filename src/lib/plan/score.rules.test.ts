import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { personId } from '../../../tests/support/facts.ts';
import { dailyAnswers, heightOf, pointsOf, spanOf, type Frame } from './score.rules.ts';

const FRAME: Frame = { start: 0, end: 100, top: 10, bottom: 110 };

const answer = (who: string, on: string, score: number) => ({
	...{ personId: personId(who), on: day(on), score, words: null }
});

describe('answers by person and day', () => {
	test('the last of a day counts, and nobody takes the place of another', () => {
		const found = dailyAnswers([
			answer('moeder', '2026-11-01', 4),
			answer('Noor', '2026-11-01', 2),
			answer('moeder', '2026-11-01', 5),
			answer('moeder', '2026-11-08', 6)
		]);
		expect([...found].map(([who, mine]) => [who, mine.map(({ score }) => score)])).toEqual([
			['moeder', [5, 6]],
			['Noor', [2]]
		]);
	});

	test('without answers there is no line', () => {
		expect(dailyAnswers([]).size).toBe(0);
	});
});

test.each([
	[0, 110],
	[5, 60],
	[10, 10],
	[3, 80]
])('a %i stands at %i', (score, y) => {
	expect(heightOf(score, FRAME)).toBe(y);
});

describe('the points of a line', () => {
	const span = { first: day('2026-11-01'), last: day('2026-11-11') };

	test('days stand at their true distance', () => {
		const answers = [
			answer('a', '2026-11-01', 0),
			answer('a', '2026-11-02', 10),
			answer('a', '2026-11-11', 5)
		];
		expect(pointsOf(answers, span, FRAME)).toEqual([
			{ x: 0, y: 110 },
			{ x: 10, y: 10 },
			{ x: 100, y: 60 }
		]);
	});

	test('also when the clock changes in between', () => {
		const across = { first: day('2026-10-20'), last: day('2026-10-30') };
		expect(pointsOf([answer('a', '2026-10-25', 5)], across, FRAME)).toEqual([{ x: 50, y: 60 }]);
	});

	test('one day stands in the middle', () => {
		const one = { first: day('2026-11-01'), last: day('2026-11-01') };
		expect(pointsOf([answer('a', '2026-11-01', 10)], one, FRAME)).toEqual([{ x: 50, y: 10 }]);
	});

	test('a line that begins later begins later', () => {
		const [point] = pointsOf([answer('b', '2026-11-06', 5)], span, FRAME);
		expect(point?.x).toBe(50);
	});
});

test.each([
	[[], null],
	[['2026-11-08'], { first: '2026-11-08', last: '2026-11-08' }],
	[['2026-11-08', '2026-10-01', '2026-11-03'], { first: '2026-10-01', last: '2026-11-08' }]
])('the span of %j', (days, expected) => {
	expect(spanOf(days.map(day))).toEqual(expected);
});
