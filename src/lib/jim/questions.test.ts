import { expect, test } from 'vitest';
import { nextQuestion, QUESTIONS, questionOf } from './questions.ts';

const path = (nobody: boolean) => {
	const asked = [];
	for (let at: number | null = 1; at !== null; at = nextQuestion(at, nobody)) asked.push(at);
	return asked;
};

test('every question has a next one until the end, also for who knows nobody', () => {
	expect(path(false)).toEqual(Array.from({ length: QUESTIONS }, (_, at) => at + 1));
	expect(path(true)).toEqual([1, 6, 7, 8, 9, 10]);
});

test.each([
	['1', 1],
	['10', 10],
	['0', null],
	['11', null],
	['1.0', null],
	['', null],
	[undefined, null]
])('%s is question %s', (text, number) => {
	expect(questionOf(text)).toBe(number);
});
