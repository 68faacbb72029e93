import { expect, test } from 'vitest';
import { PROBLEMS } from './model.ts';
import { sentenceOf } from './wording.ts';

test.each(PROBLEMS)('%s has a whole sentence in Dutch and in English', (key) => {
	const problem = { path: '$', key, values: { name: 'NAAM', max: 7, options: 'a, b' } };
	const dutch = sentenceOf(problem, 'nl');
	const english = sentenceOf(problem, 'en');
	expect(dutch).toMatch(/^[A-Z].*\.$/);
	expect(english).toMatch(/^[A-Z].*\.$/);
	expect(dutch).not.toBe(english);
	expect(dutch + english).not.toMatch(/\{\{|\}\}|undefined/);
});

test('a sentence names what it is about', () => {
	const problem = { path: '$', key: 'secondPlan', values: { name: 'plan-1' } } as const;
	expect(sentenceOf(problem, 'nl')).toContain('plan-1');
	expect(sentenceOf(problem, 'en')).toContain('plan-1');
});
