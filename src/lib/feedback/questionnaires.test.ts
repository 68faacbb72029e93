import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MOST_QUESTIONS, questionSet, type QuestionSet } from './questionnaire.model.ts';
import { QUESTIONS, questionsFor } from './questionnaires.ts';
import { SCALES } from './scales.ts';

const messages = JSON.parse(readFileSync('messages/nl.json', 'utf8')) as Record<
	string,
	Record<string, string>
>;
const wordsOf = (key: string) => messages[key.split('.')[0] ?? '']?.[key.split('.')[1] ?? ''];

test('everything that is asked and can be answered has its words', () => {
	const scales = Object.values(SCALES).flatMap(({ steps, words }) => {
		if (words) expect(words).toHaveLength(steps);
		return words ?? [];
	});
	const texts = QUESTIONS.questions.flatMap(({ text }) => Object.values(text));
	expect([...texts, ...scales].filter((key) => !wordsOf(key))).toEqual([]);
});

test('each questionnaire is short, and names a criterion and a sourced scale with each question', () => {
	for (const { audiences, moment } of QUESTIONS.questionnaires) {
		for (const audience of audiences) {
			const asked = questionsFor(audience, moment);
			expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
			expect(asked.map(({ scale }) => SCALES[scale].source)).not.toContain('');
			expect(
				asked.every(({ criterion }) => ['use', 'independent', 'goals'].includes(criterion))
			).toBe(true);
		}
	}
	expect(questionsFor('youth', 'stopping')).toHaveLength(3);
	expect(questionsFor('jim', 'stopping')).toEqual([]);
});

test('the grade goes from 1 to 10', () => {
	expect(SCALES.grade.steps).toBe(10);
});

type Draft = { -readonly [Key in keyof QuestionSet]: QuestionSet[Key] };
const changed = (change: (set: Draft) => void) => {
	const set = structuredClone(QUESTIONS) as Draft;
	change(set);
	return questionSet.safeParse(set).success;
};
const first = <T>(list: readonly T[]): T => list[0] as T;

test.each<[string, boolean, (set: Draft) => void]>([
	['as it is', true, () => undefined],
	['a question twice', false, (set) => set.questions.push(first(set.questions))],
	['a question that is not there', false, (set) => first(set.questionnaires).asks.push('nergens')],
	[
		'seven questions',
		false,
		(set) => {
			for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
				set.questions.push({ ...first(set.questions), id });
			first(set.questionnaires).asks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
		}
	],
	['one question asked twice', false, (set) => first(set.questionnaires).asks.push('beginning')],
	[
		'two questionnaires for one moment',
		false,
		(set) => set.questionnaires.push(first(set.questionnaires))
	],
	['no words for this reader', false, (set) => first(set.questionnaires).audiences.push('jim')],
	[
		'a question that feeds what only registration knows',
		false,
		(set) => Object.assign(first(set.questions), { criterion: 'dropout' })
	],
	['a scale that is not there', false, (set) => Object.assign(first(set.questions), { scale: 'x' })]
])('%s: %s', (_, fine, change) => {
	expect(changed(change)).toBe(fine);
});
