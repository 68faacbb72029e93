import { expect, test } from 'vitest';
import { DOMAINS, FIELDS } from './model.ts';
import { answersTo, fieldBefore, isField, nextField, SavePicture } from './pictures.ts';
import { asPictures, fromPictures } from './pictures.rules.ts';

const ANSWERS = ['Een kamer', 'Niet verhuizen'];

test.each<[string, boolean[], string]>([
	['', [false, false], ''],
	['Een kamer', [true, false], ''],
	['Bij oma\nNiet verhuizen\nals het kan', [false, true], 'Bij oma\nals het kan'],
	['Een kamer bij oma', [false, false], 'Een kamer bij oma']
])('%j as pictures', (words, chosen, own) => {
	expect(asPictures(words, ANSWERS)).toEqual({ chosen, own });
});

test.each<[string, string, string[], string, string]>([
	['nothing', '', [], '', ''],
	['one is tapped', '', ['Een kamer'], '', 'Een kamer'],
	[
		'nothing changed',
		'Bij oma\nEen kamer\nen rust',
		['Een kamer'],
		'Bij oma\nen rust',
		'Bij oma\nEen kamer\nen rust'
	],
	[
		'one more is tapped',
		'Bij oma\nEen kamer',
		ANSWERS,
		'Bij oma',
		'Bij oma\nEen kamer\nNiet verhuizen'
	],
	['one is tapped away', 'Een kamer\nBij oma', [], 'Bij oma', 'Bij oma'],
	['own words change', 'Een kamer\nBij oma', ['Een kamer'], 'Bij tante', 'Een kamer\nBij tante'],
	['all goes', 'Een kamer\nBij oma', [], '', ''],
	['an answer is typed', '', [], 'Een kamer', 'Een kamer'],
	['an answer is typed and tapped', '', ['Een kamer'], 'Een kamer\r\n', 'Een kamer']
])('%s', (_, was, chosen, own, words) => {
	expect(fromPictures(was, { answers: ANSWERS, chosen, own })).toBe(words);
});

test('there and back changes nothing, whatever was typed', () => {
	for (const words of ['Een kamer', 'x\n\nEen kamer\n  y', 'Niet verhuizen\nEen kamer']) {
		const { chosen, own } = asPictures(words, ANSWERS);
		const tapped = ANSWERS.filter((_, at) => chosen[at]);
		expect(fromPictures(words, { answers: ANSWERS, chosen: tapped, own })).toBe(words);
	}
});

test('every question has answers to tap, and they follow each other', () => {
	for (const domain of DOMAINS)
		for (const field of FIELDS)
			expect(answersTo({ domain, field }).length).toBeGreaterThanOrEqual(3);
	expect([nextField('nu'), nextField('hulp')]).toEqual(['wens', null]);
	expect([fieldBefore('nu'), fieldBefore('wens')]).toEqual([null, 'nu']);
	expect([isField('wens'), isField('wonen')]).toEqual([true, false]);
});

test.each<[Record<string, string>, boolean]>([
	[{ domain: 'wonen', field: 'nu' }, true],
	[{ domain: 'wonen', field: 'nu', picks: '1,9,x', 'nu-base': '2' }, true],
	[{ domain: 'nergens', field: 'nu' }, false],
	[{ domain: 'wonen', field: 'anders' }, false],
	[{ domain: 'wonen', field: 'nu', own: 'a'.repeat(4001) }, false],
	[{ domain: 'wonen', field: 'nu', 'nu-base': '-1' }, false]
])('%j is a screen: %s', (form, ok) => {
	expect(SavePicture.safeParse(form).success).toBe(ok);
});
