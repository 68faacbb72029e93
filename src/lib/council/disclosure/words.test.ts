import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { dice } from '../../../../tests/support/random-answers.ts';
import { neededFor, smallGroupInSpan } from './span.ts';
import { lightWord } from './words.ts';

const PRIME = 1_000_003;

/** The rank of whole numbers, exactly: counted modulo a prime, without fractions. */
function rankOf(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (left[0]?.length ?? 0); column++) {
		const at = left.findIndex((row, place) => place >= rank && row[column] !== 0);
		if (at < 0) continue;
		[left[rank], left[at]] = [left[at]!, left[rank]!];
		const pivot = left[rank]!;
		for (const row of left.slice(rank + 1)) {
			const [mine, its] = [pivot[column]!, row[column]!];
			if (its === 0) continue;
			for (const [place, number] of row.entries())
				row[place] = (((number * mine - pivot[place]! * its) % PRIME) + PRIME) % PRIME;
		}
		rank++;
	}
	return rank;
}

/** Tries every vector of noughts and ones. */
function heaviestTriedOne(rows: readonly number[][], weights: readonly number[], most: number) {
	const rank = rankOf(rows);
	for (let bits = 1; bits < 2 ** weights.length; bits++) {
		const word = weights.map((_, place) => (bits >> place) & 1);
		const weight = word.reduce((sum, bit, place) => sum + bit * weights[place]!, 0);
		if (weight <= most && rankOf([...rows, word]) === rank) return true;
	}
	return false;
}

/** Rows of noughts and ones, independent of each other. */
function independent(roll: () => number): number[][] {
	const places = 4 + Math.floor(roll() * 7);
	const rows: number[][] = [];
	for (let row = 0; row < 2 + Math.floor(roll() * 5); row++) {
		const next = Array.from({ length: places }, () => Number(roll() < 0.5));
		if (rankOf([...rows, next]) > rows.length) rows.push(next);
	}
	return rows;
}

describe('sums of rows that make noughts and ones', () => {
	test('are found when there are any, and only then: 400 against trying them all', () => {
		const roll = dice(11);
		const seen = { found: 0, none: 0 };
		for (let times = 0; times < 400; times++) {
			const rows = independent(roll);
			const weights = (rows[0] ?? []).map(() => 1 + Math.floor(roll() * 4));
			const most = 1 + Math.floor(roll() * 9);
			const { found, sure } = lightWord(new Matrix(rows), weights, most);
			const there = heaviestTriedOne(rows, weights, most);
			expect([found !== null, sure], `number ${times}`).toEqual([there, true]);
			seen[there ? 'found' : 'none']++;
			if (!found) continue;
			const word = weights.map((_, place) => Number(found.includes(place)));
			expect(rankOf([...rows, word])).toBe(rows.length);
		}
		expect(Math.min(seen.found, seen.none)).toBeGreaterThan(50);
	});
});

const names = (from: number, to: number) =>
	new Set(Array.from({ length: to - from }, (_, at) => `g${from + at}`));

describe('the groups that a number is made of', () => {
	test.each([
		['a total less all other parts', [names(0, 45), names(0, 20), names(20, 40)], [0, 1, 2]],
		[
			'not one that says the same twice',
			[names(0, 45), names(0, 20), names(0, 20), names(20, 40)],
			[0, 3]
		],
		[
			'not one that has nothing to do with it',
			[names(0, 45), names(0, 20), names(20, 40), names(60, 90)],
			[0, 1, 2]
		]
	])('%s', (_, groups, needed) => {
		const { found } = smallGroupInSpan(groups, 9);
		expect(found).toEqual(names(40, 45));
		expect(neededFor(found ?? new Set(), groups)).toEqual(needed);
	});
});
