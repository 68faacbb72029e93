import { describe, expect, test } from 'vitest';
import { plainLines, weigh, withPicked } from './words.rules.ts';

describe('weigh', () => {
	test.each([
		['nothing was written', { words: '', revision: 0 }, '', 0, 'same'],
		['the first words', { words: '', revision: 0 }, 'Ik wil', 0, 'write'],
		['more words', { words: 'Ik wil', revision: 1 }, 'Ik wil een kamer', 1, 'write'],
		['all words taken away', { words: 'Ik wil', revision: 1 }, '', 1, 'write'],
		['a try that had arrived', { words: 'Ik wil', revision: 1 }, 'Ik wil', 0, 'same'],
		['another tab was first', { words: 'Ik wil', revision: 2 }, 'Ik kan', 1, 'conflict'],
		['a base that never was', { words: 'Ik wil', revision: 1 }, 'Ik kan', 7, 'conflict']
	] as const)('%s', (_, now, typed, base, outcome) => {
		expect(weigh(now, typed, base)).toBe(outcome);
	});
});

test('lines end in one way, whatever the browser sends', () => {
	expect(plainLines('een\r\ntwee\rdrie\n\n ')).toBe('een\ntwee\ndrie');
});

test.each([
	['', ['Sparen'], 'Sparen'],
	['Ik wil werken', ['Sparen', 'Wonen'], 'Ik wil werken\nSparen\nWonen'],
	['Sparen', ['Sparen'], 'Sparen'],
	['Ik wil werken', [], 'Ik wil werken']
])('what was picked stands under %j', (words, picked, result) => {
	expect(withPicked(words, picked)).toBe(result);
});
