import { describe, expect, test } from 'vitest';
import { personId, TODAY } from '../../../tests/support/facts.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import {
	RestoreInput,
	versionNumber,
	type Field,
	type FieldValue,
	type SeenItem
} from './history.model.ts';
import { cannotComeBack, differenceOf, differencesBetween } from './history.rules.ts';
import type { GoalId } from './model.ts';
import type { ItemChange, ItemContents } from './version.model.ts';

const words = (text: string): FieldValue => ({ is: 'words', pieces: [{ text, changed: false }] });
const aGoal = (id: string, text: string, more: readonly [Field, FieldValue][] = []): SeenItem => ({
	...{ kind: 'goal', id, name: text },
	fields: new Map([['ownWords', words(text)], ...more])
});
const inGoal = (id: string, text: string): SeenItem => ({
	...{ kind: 'step', id: 's', name: 'stap' },
	fields: new Map([['goal', { is: 'goal', id: id as GoalId, words: text }]])
});

describe('what a reader sees of a change', () => {
	test.each<[string, SeenItem | null, SeenItem | null, object | null]>([
		['nothing seen at all', null, null, null],
		['the same before and after', aGoal('g', 'x'), aGoal('g', 'x'), null],
		['it came', null, aGoal('g', 'x'), { change: 'new', name: 'x', fields: [{ was: null }] }],
		['it went', aGoal('g', 'x'), null, { change: 'gone', name: 'x', fields: [{ now: null }] }],
		['other words', aGoal('g', 'x'), aGoal('g', 'y'), { change: 'changed', name: 'y' }],
		[
			...([
				'a field more',
				aGoal('g', 'x'),
				aGoal('g', 'x', [['due', { is: 'day', day: TODAY }]])
			] as const),
			{ change: 'changed', fields: [{ field: 'due', was: null }] }
		],
		['its goal has other words', inGoal('g', 'x'), inGoal('g', 'y'), null],
		['its goal is another', inGoal('g', 'x'), inGoal('h', 'x'), { change: 'changed' }]
	])('%s', (_, was, now, expected) => {
		const found = differenceOf(was, now);
		if (expected === null) expect(found).toBeNull();
		else expect(found).toMatchObject(expected);
	});

	test('two states: changed and new in the order of the second, then what went', () => {
		const was = [aGoal('a', 'a'), aGoal('b', 'b'), aGoal('c', 'c')];
		const now = [aGoal('d', 'd'), aGoal('c', 'c'), aGoal('b', 'z')];
		expect(differencesBetween(was, now).map(({ id, change }) => `${id} ${change}`)).toEqual([
			...['d new', 'b changed', 'a gone']
		]);
	});
});

describe('what cannot come back', () => {
	const someone = (id: string, relation: Relation, until: Day | null = null) => ({
		...{ personId: personId(id), relation, birthDate: null, from: day('2020-01-01'), until }
	});
	const family: FamilyFacts = {
		...{ id: 'gezin' as never, today: TODAY, gezag: [] },
		participants: [
			...[someone('Noor', 'kind'), someone('oma', 'netwerk'), someone('Sam', 'kind', TODAY)],
			someone('oom', 'netwerk', day('2026-01-01'))
		],
		assignments: [
			{
				...{ id: 'a' as never, personId: personId('Anna'), from: day('2020-01-01'), until: null },
				...{ standInId: null, standInFrom: null, standInUntil: null }
			}
		]
	};
	const stepOf = (ownerId: string) =>
		({ ownerId: personId(ownerId), title: 's' }) as ItemContents['step'];
	const aboutThese = (...children: string[]) =>
		({ children: children.map(personId), ownWords: 'x' }) as unknown as ItemContents['goal'];
	const change = (
		kind: 'step' | 'goal' | 'exit' | 'ending',
		before: object | null,
		after: object | null
	) => ({ kind, id: 'x', before, after }) as ItemChange;

	test.each<[string, ItemChange, string[]]>([
		['a step of someone who takes part', change('step', null, stepOf('oma')), []],
		['a step of the regisseur', change('step', null, stepOf('Anna')), []],
		['a step of someone who left', change('step', null, stepOf('oom')), ['oom']],
		[
			'a step that goes back to someone who left',
			change('step', stepOf('oma'), stepOf('oom')),
			['oom']
		],
		['a step that names that person now as well', change('step', stepOf('oom'), stepOf('oom')), []],
		['a step of someone who left that goes', change('step', stepOf('oom'), null), []],
		['a goal of a child', change('goal', null, aboutThese('Noor')), []],
		['a goal of a child who left today', change('goal', null, aboutThese('Noor', 'Sam')), ['Sam']],
		[
			'a goal that is about that child now',
			change('goal', aboutThese('Sam'), aboutThese('Sam')),
			[]
		],
		['a goal of someone who is no child', change('goal', null, aboutThese('oma')), ['oma']],
		[
			'a condition of a child who left',
			change('exit', null, { childId: personId('Sam') }),
			['Sam']
		],
		['the ending', change('ending', null, { reviewOn: null }), []]
	])('%s', (_, made, expected) => {
		expect(cannotComeBack([made], family).map(({ who }) => who)).toEqual(expected);
	});
});

describe('numbers from an address', () => {
	test.each([
		['1', 1],
		['25', 25],
		['0', null],
		['01', null],
		['-1', null],
		['1.5', null],
		['1e3', null],
		['0x1', null],
		['99999999', null],
		['', null],
		[undefined, null]
	])('%s', (text, expected) => {
		expect(versionNumber(text)).toBe(expected);
	});

	test('a form that puts back says which and at what', () => {
		const key = crypto.randomUUID();
		expect(RestoreInput.safeParse({ key, version: '1' }).success).toBe(false);
		expect(RestoreInput.safeParse({ key, version: '0', seen: '1' }).success).toBe(false);
		expect(RestoreInput.parse({ key, version: '1', seen: '2' })).toEqual({
			key,
			version: 1,
			seen: 2
		});
	});
});
