import { expect, test } from 'vitest';
import { answersIn } from './answers.rules.ts';
import type { Audience, Moment } from './questionnaire.model.ts';
import { questionAfter, QUESTIONS } from './questionnaires.ts';

test.each<[string, Audience, Moment, Record<string, number | null>, string[]]>([
	['what was chosen', 'youth', 'halfway', { use: 8, goals: 2 }, ['use 8', 'goals 2']],
	['skipped', 'youth', 'halfway', { use: null }, []],
	['lowest and highest', 'parent', 'end', { use: 1, independent: 5 }, ['use 1', 'independent 5']],
	['outside the scale', 'parent', 'end', { use: 11, independent: 6, goals: 0 }, []],
	['no whole number', 'parent', 'end', { use: 7.5 }, []],
	['not asked at this moment', 'youth', 'monthly', { goals: 3, use: 4 }, ['use 4']],
	['not asked of a JIM', 'jim', 'end', { beginning: 3, someone: 5 }, ['independent 5']],
	['a moment at which a JIM is asked nothing', 'jim', 'stopping', { use: 5 }, []],
	[
		'two questions of one criterion',
		'youth',
		'end',
		{ independent: 2, someone: 4 },
		['independent 2', 'independent 4']
	]
])('%s', (_, audience, moment, sent, given) => {
	const kept = answersIn(audience, moment, sent);
	expect(kept.map(({ criterion, value }) => `${criterion} ${value}`)).toEqual(given);
	expect(kept.every(({ version }) => version === QUESTIONS.version)).toBe(true);
});

test.each<[string, string | null]>([
	['use', 'goals'],
	['goals', 'independent'],
	['someone', null]
])('after "%s" at the end comes %s', (id, next) => {
	expect(questionAfter('youth', 'end', id)).toBe(next);
});
