import { describe, expect, test } from 'vitest';
import { compared } from './word-difference.ts';

const marked = (pieces: ReturnType<typeof compared>['was']) =>
	pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

describe('words side by side', () => {
	test.each([
		['the same', 'Piet slaapt', 'Piet slaapt', 'Piet slaapt', 'Piet slaapt'],
		[
			'one other word',
			'Piet slaapt goed',
			'Piet slaapt beter',
			'Piet slaapt [goed]',
			'Piet slaapt [beter]'
		],
		['a word more', 'Piet slaapt', 'Piet slaapt goed', 'Piet slaapt', 'Piet slaapt[ goed]'],
		['a word less', 'elke dag samen', 'samen', '[elke dag ]samen', 'samen'],
		['nothing the same', 'ja', 'nee', '[ja]', '[nee]'],
		[
			'words side by side',
			'ruzie aan de deur',
			'ruzie op straat',
			'ruzie [aan de deur]',
			'ruzie [op straat]'
		],
		['a new line', 'a b', 'a\nb', 'a[ ]b', 'a[\n]b']
	])('%s', (_, was, now, left, right) => {
		const sides = compared(was, now);
		expect([marked(sides.was), marked(sides.now)]).toEqual([left, right]);
	});

	test('each side is its own text, whole, also when the texts differ too much to compare', () => {
		const was = Array.from({ length: 900 }, (_, index) => `oud${index}`).join(' ');
		const now = Array.from({ length: 900 }, (_, index) => `nieuw${index}`).join(' ');
		const sides = compared(was, now);
		expect(sides.was).toEqual([{ text: was, changed: true }]);
		expect(sides.now).toEqual([{ text: now, changed: true }]);
	});
});
