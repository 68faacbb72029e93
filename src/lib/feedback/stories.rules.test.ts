import { expect, test } from 'vitest';
import { pointsToDanger } from './danger.rules.ts';
import { markedIn } from './marks.rules.ts';
import { shownIn } from './stories.rules.ts';

test.each([
	['Mijn vader slaat mij.', true],
	['Ik wil niet meer leven', true],
	['IK BEN BANG THUIS', true],
	['He hits my brother', true],
	['Er lag een mes.', true],
	['De hulp kwam op tijd.', false],
	['Wij aten messing noch slagroom.', false],
	['Ze luisteren goed.', false]
])('%s points to danger: %s', (words, danger) => {
	expect(pointsToDanger(words)).toBe(danger);
});

test.each<[string, string[]]>([
	['De hulp was goed.', []],
	['Toen kwam Samira el Amrani langs.', ['naam Samira el Amrani']],
	['Noor vond het fijn in Den Haag.', ['naam Noor', 'naam Den Haag']],
	['Op 3 december 2026 en op maandag', ['datum 3 december 2026', 'datum maandag']],
	['Op 3-12-2026.', ['datum 3-12-2026']],
	[
		'Mail of bel 06 12345678 of sam@example.org',
		['naam Mail', 'nummer 06 12345678', 'nummer sam@example.org']
	]
])('%s', (words, marks) => {
	const pieces = markedIn(words);
	expect(pieces.map(({ text }) => text).join('')).toBe(words);
	expect(pieces.flatMap(({ text, why }) => (why ? [`${why} ${text}`] : []))).toEqual(marks);
});

const told = (authors: number, region = 'noord') =>
	Array.from({ length: authors }, (_, at) => ({ region, author: `a${at}`, words: 'x' }));

test.each<[string, Parameters<typeof shownIn>[1], number]>([
	['nine authors', told(9), 0],
	['ten authors', told(10), 10],
	['ten stories of nine authors', [...told(9), ...told(1)], 0],
	['ten authors, of whom one elsewhere', [...told(9), ...told(1, 'zuid')], 0],
	['stories whose authors were forgotten', told(10).map((one) => ({ ...one, author: null })), 0]
])('%s: %#', (_, stories, shown) => {
	expect(shownIn('noord', stories)).toHaveLength(shown);
});
