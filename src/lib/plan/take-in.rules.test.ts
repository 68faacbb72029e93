import { describe, expect, test } from 'vitest';
import type { PersonId } from '#lib/kernel/id.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { GoalId, StepState } from './model.ts';
import { takenIn } from './take-in.rules.ts';
import type { ItemChange, ItemContents, PlanItem } from './version.model.ts';
import { changesBetween, undo } from './version.rules.ts';

const goal = (id: string, ownWords: string, position = 0): PlanItem => ({
	kind: 'goal',
	id,
	content: {
		...{ position, group: 'nu', ownWords, professionalWords: null, resultWords: null },
		children: ['kind' as PersonId]
	}
});

const step = (
	id: string,
	state: StepState,
	given: Partial<ItemContents['step']> = {}
): PlanItem => ({
	kind: 'step',
	id,
	content: {
		...{ position: 0, goalId: 'g' as GoalId, title: `stap ${id}`, ownerId: 'oma' as PersonId },
		...{ due: null, state, stateBy: null, stateOn: null },
		...given
	}
});

const ending = (given: Partial<ItemContents['ending']>): PlanItem => ({
	kind: 'ending',
	id: 'plan',
	content: { reviewOn: null, reviewWords: null, endWords: null, relapseWords: null, ...given }
});

/** What the case system said, as its own versions keep it. */
const saidOf = (...items: readonly PlanItem[]): ItemChange[] => changesBetween([], items);

const wordsOf = (items: readonly PlanItem[]) =>
	items.map((item) => (item.kind === 'goal' ? item.content.ownWords : item.id));

describe('what a case system sends again', () => {
	const rows: readonly [string, PlanItem, PlanItem, PlanItem, string][] = [
		['repeats itself', goal('g', 'A'), goal('g', 'A'), goal('g', 'A'), 'A'],
		['repeats itself after an edit here', goal('g', 'A'), goal('g', 'B'), goal('g', 'A'), 'B'],
		['says something new', goal('g', 'A'), goal('g', 'A'), goal('g', 'C'), 'C'],
		['says something new after an edit here', goal('g', 'A'), goal('g', 'B'), goal('g', 'C'), 'C'],
		['says what was written here already', goal('g', 'A'), goal('g', 'B'), goal('g', 'B'), 'B']
	];
	test.each(rows)('when it %s', (_, said, now, sent, expected) => {
		expect(wordsOf(takenIn([now], [sent], saidOf(said)))).toEqual([expected]);
	});

	test('its last word counts, not an earlier one', () => {
		const said = [...saidOf(goal('g', 'A')), ...changesBetween([goal('g', 'A')], [goal('g', 'C')])];
		expect(wordsOf(takenIn([goal('g', 'B')], [goal('g', 'C')], said))).toEqual(['B']);
		expect(wordsOf(takenIn([goal('g', 'B')], [goal('g', 'A')], said))).toEqual(['A']);
	});

	test('what it writes over is in the version, and comes back by undoing it', () => {
		const now = [goal('g', 'B')];
		const after = takenIn(now, [goal('g', 'C')], saidOf(goal('g', 'A')));
		const changes = changesBetween(now, after);
		expect(changes).toMatchObject([{ before: { ownWords: 'B' }, after: { ownWords: 'C' } }]);
		expect(undo(after, changes)).toEqual(now);
	});

	test('another order alone is no word: the edit here stays, at the new place', () => {
		const after = takenIn([goal('g', 'B', 0)], [goal('g', 'A', 3)], saidOf(goal('g', 'A', 0)));
		expect(after).toEqual([goal('g', 'B', 3)]);
	});
});

describe('what a message leaves out', () => {
	test('stays, after what it names, in its own order', () => {
		const now = [goal('x', 'X', 0), goal('a', 'A', 1), goal('y', 'Y', 2)];
		const after = takenIn(now, [goal('a', 'A', 0), goal('b', 'B', 1)], []);
		expect(after).toEqual([
			...[goal('a', 'A', 0), goal('b', 'B', 1)],
			...[goal('x', 'X', 2), goal('y', 'Y', 3)]
		]);
	});

	test('keeps its place in a list of which the message names nothing', () => {
		const here = step('s', 'bezig', { goalId: 'ander' as GoalId, position: 4 });
		expect(takenIn([here], [step('t', 'bezig')], [])).toContainEqual(here);
	});

	test('how help ends and a relapse stay, whatever a message says of the review', () => {
		const now = ending({ endWords: 'zo', relapseWords: 'dan' });
		const sent = ending({ reviewOn: day('2027-01-01') });
		expect(takenIn([now], [sent], saidOf(ending({})))).toEqual([
			ending({ reviewOn: day('2027-01-01'), endWords: 'zo', relapseWords: 'dan' })
		]);
	});
});

describe('the state of a step', () => {
	const here = { stateBy: 'oma' as PersonId, stateOn: day('2026-11-20') };
	const rows: readonly [string, StepState, PlanItem, StepState, object][] = [
		['moved here, repeated there', 'bezig', step('s', 'klaar', here), 'bezig', here],
		['moved here, moved there the same way', 'bezig', step('s', 'klaar', here), 'klaar', here],
		[
			...(['moved here, something else there', 'bezig', step('s', 'klaar', here)] as const),
			...(['kan_nog_niet', { state: 'kan_nog_niet', stateBy: null, stateOn: null }] as const)
		],
		['moved only there', 'bezig', step('s', 'bezig'), 'klaar', { state: 'klaar', stateBy: null }]
	];
	test.each(rows)('%s', (_, said, now, sent, expected) => {
		const [after] = takenIn([now], [step('s', sent)], saidOf(step('s', said)));
		expect(after?.content).toMatchObject(expected);
	});

	test('other words of the case system keep who moved it here', () => {
		const sent = step('s', 'klaar', { title: 'anders' });
		const [after] = takenIn([step('s', 'klaar', here)], [sent], saidOf(step('s', 'klaar')));
		expect(after?.content).toMatchObject({ title: 'anders', ...here });
	});
});
