import { describe, expect, test } from 'vitest';
import type { PersonId } from '#lib/kernel/id.ts';
import type { ItemChange, PlanItem } from './version.model.ts';
import { changesBetween, itemKey, saysSomethingElse, saysTheSame, undo } from './version.rules.ts';

const part = (id: string, ownWords: string): PlanItem => ({
	kind: 'situation',
	id,
	content: { position: 0, ownWords, professionalWords: null, children: ['kind' as PersonId] }
});

const sorted = (items: readonly PlanItem[]) =>
	items.toSorted((a, b) => itemKey(a).localeCompare(itemKey(b)));

describe('what changed', () => {
	test.each([
		['nothing', [part('a', 'x')], [part('a', 'x')], []],
		['a new part', [], [part('a', 'x')], [['a', null, 'x']]],
		['other words', [part('a', 'x')], [part('a', 'y')], [['a', 'x', 'y']]],
		['a part that went', [part('a', 'x')], [], [['a', 'x', null]]]
	] as const)('%s', (_, from, to, expected) => {
		const words = (content: ItemChange['before']) =>
			content && 'ownWords' in content ? content.ownWords : null;
		const found = changesBetween(from, to).map(({ id, before, after }) => [
			id,
			words(before),
			words(after)
		]);
		expect(found).toEqual(expected);
	});

	test('the order of fields says nothing', () => {
		expect(saysTheSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
		expect(saysTheSame({ a: 1, b: null }, { a: 1 })).toBe(true);
		expect(saysTheSame({ a: 1 }, { a: 2 })).toBe(false);
	});
});

/** A small generator with a seed, so that a failing run can be repeated. */
function numbers(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1103515245 + 12345) % 2147483648;
		return state % below;
	};
}

test('every version can be rebuilt from today and what changed since (500 plans)', () => {
	for (let seed = 1; seed <= 500; seed++) {
		const pick = numbers(seed);
		const versions: PlanItem[][] = [[]];
		const changes: ItemChange[][] = [];
		for (let step = 0; step < 12; step++) {
			const next = new Map((versions.at(-1) ?? []).map((item) => [item.id, item]));
			const id = `deel-${pick(5)}`;
			if (pick(3) === 0) next.delete(id);
			else next.set(id, part(id, `woorden ${pick(4)}`));
			const state = [...next.values()];
			changes.push(changesBetween(versions.at(-1) ?? [], state));
			versions.push(state);
		}
		for (const [number, state] of versions.entries()) {
			const rebuilt = undo(versions.at(-1) ?? [], changes.slice(number).flat());
			expect(sorted(rebuilt), `seed ${seed}, version ${number}`).toEqual(sorted(state));
		}
	}
});

describe('whether a part says something else', () => {
	const changed = (...states: readonly (PlanItem | null)[]): ItemChange[] =>
		states.slice(1).flatMap((to, index) => {
			const from = states[index];
			return changesBetween(from ? [from] : [], to ? [to] : []);
		});
	const placed = (words: string, position: number): PlanItem => {
		const item = part('a', words);
		return { ...item, content: { ...item.content, position } } as PlanItem;
	};

	test.each<[string, readonly (PlanItem | null)[], boolean]>([
		['nothing happened', [placed('x', 0)], false],
		['another place', [placed('x', 0), placed('x', 3)], false],
		['other words', [placed('x', 0), placed('y', 0)], true],
		['other words and another place', [placed('x', 0), placed('y', 2)], true],
		['other words, and back', [placed('x', 0), placed('y', 0), placed('x', 0)], true],
		['it came', [null, placed('x', 0)], true],
		['it went', [placed('x', 0), null], true]
	])('%s', (_, states, expected) => {
		expect(saysSomethingElse(changed(...states))).toBe(expected);
	});
});
