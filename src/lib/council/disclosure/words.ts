import { LuDecomposition, type Matrix } from 'ml-matrix';

/** Which places are one, or that the search had to stop before it was sure. */
export type WordAnswer = { readonly found: readonly number[] | null; readonly sure: boolean };

/** Below this, a number that came out of fractions is nought. The true ones are far above it. */
export const NOTHING = 1e-7;
/** Whether a sum of such fractions is a whole number. */
export const NEARLY = 1e-5;
/** Steps of one search. Past it nothing is proved, and what is not proved is not published. */
const MOST_STEPS = 200_000;

/**
 * Whether sums of the rows can make noughts and ones of a weight from 1 to `most`.
 *
 * Some places form a base: what stands there decides the whole sum. Several bases without a common place share
 * the weight between them, so at least one of them has little of it, and only sums with that little need to be
 * tried. Ten bases need nothing to be tried at all (Brouwer and Zimmermann, for codes).
 * @param rows independent of each other
 * @param weights of each place: how many families stand there
 */
export function lightWord(rows: Matrix, weights: readonly number[], most: number): WordAnswer {
	const bases = basesOf(rows, weights, most);
	const budget = { left: MOST_STEPS };
	for (const { base, light } of shareOut(bases, weights, most)) {
		const basis = new LuDecomposition(rows.subMatrixColumn([...base])).solve(rows);
		const found = search(basis, { base, weights, light, most, budget });
		if (found) return { found, sure: true };
		if (budget.left <= 0) return { found: null, sure: false };
	}
	return { found: null, sure: true };
}

/** Bases without a common place, the heaviest places first; no more of them than can be of use. */
function basesOf(rows: Matrix, weights: readonly number[], most: number): number[][] {
	const bases: number[][] = [];
	const heavy = weights.map((_, place) => place);
	let free = heavy.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0));
	while (bases.length <= most) {
		const base =
			baseAmong(rows, free.slice(0, rows.rows * 3), weights) ?? baseAmong(rows, free, weights);
		if (!base) break;
		bases.push(base);
		const taken = new Set(base);
		free = free.filter((place) => !taken.has(place));
	}
	return bases;
}

function baseAmong(
	rows: Matrix,
	free: readonly number[],
	weights: readonly number[]
): number[] | null {
	if (free.length < rows.rows) return null;
	const tall = rows.subMatrixColumn([...free]).transpose();
	const lu = new LuDecomposition(tall.mulColumnVector(free.map((place) => weights[place] ?? 1)));
	if (lu.upperTriangularMatrix.diagonal().some((pivot) => Math.abs(pivot) < NEARLY)) return null;
	return lu.pivotPermutationVector.slice(0, rows.rows).map((at) => free[at] ?? 0);
}

type Share = { readonly base: readonly number[]; readonly light: number };

/**
 * How light the sums on each base may be at most, so that no sum of `most` is heavier on all of them, for the
 * fewest sums to be tried.
 */
function shareOut(
	bases: readonly (readonly number[])[],
	weights: readonly number[],
	most: number
): Share[] {
	type Plan = { readonly cost: number; readonly shares: readonly Share[] };
	let plans: (Plan | undefined)[] = [{ cost: 0, shares: [] }];
	for (const base of bases) {
		const costs = sumsUpTo(
			base.map((place) => weights[place] ?? 1),
			most
		);
		const next = plans.slice();
		for (const [covered, plan] of plans.entries()) {
			if (!plan) continue;
			for (let light = 0; light <= most; light++) {
				const to = Math.min(covered + light + 1, most + 1);
				const cost = plan.cost + (costs[light] ?? 0);
				if (cost < (next[to]?.cost ?? Infinity))
					next[to] = { cost, shares: [...plan.shares, { base, light }] };
			}
		}
		plans = next;
	}
	return [...(plans[most + 1]?.shares ?? [])];
}

/** For each weight, how many ways there are to take parts that weigh no more together. */
function sumsUpTo(parts: readonly number[], most: number): number[] {
	const ways = [1, ...Array.from({ length: most }, () => 0)];
	for (const part of parts)
		for (let weight = most; weight >= part; weight--)
			ways[weight] = (ways[weight] ?? 0) + (ways[weight - part] ?? 0);
	let sum = 0;
	return ways.map((number) => (sum += number));
}

type Column = {
	readonly weight: number;
	readonly parts: readonly number[];
	readonly last: number;
};

/** Tries each way of taking or leaving the rows: each has a place of its own in the base. */
function search(
	basis: Matrix,
	given: Share & {
		readonly weights: readonly number[];
		readonly most: number;
		readonly budget: { left: number };
	}
): number[] | null {
	const { base, weights, light, most, budget } = given;
	const columns = weights.map((weight, place): Column => {
		const parts = basis.getColumn(place);
		return { weight, parts, last: parts.findLastIndex((part) => Math.abs(part) > NOTHING) };
	});
	// A column is known once the last row that touches it is decided.
	const known = Map.groupBy(columns, ({ last }) => last);
	const taken: number[] = [];
	const valueOf = ({ parts }: Column) => taken.reduce((sum, row) => sum + (parts[row] ?? 0), 0);
	const from = (row: number, onBase: number, weight: number): boolean => {
		if (row === basis.rows) return weight > 0;
		if (--budget.left <= 0) return false;
		const left = weightOfKnown(known.get(row) ?? [], valueOf, most - weight);
		if (left !== null && from(row + 1, onBase, weight + left)) return true;
		const own = onBase + (weights[base[row] ?? 0] ?? 1);
		if (own > light) return false;
		taken.push(row);
		const more = weightOfKnown(known.get(row) ?? [], valueOf, most - weight);
		if (more !== null && from(row + 1, own, weight + more)) return true;
		taken.pop();
		return false;
	};
	if (!from(0, 0, 0)) return null;
	return columns.flatMap((column, place) => (valueOf(column) > 0.5 ? [place] : []));
}

/** The weight of the columns that are one; null when a column is neither nought nor one, or it is too much. */
function weightOfKnown(
	columns: readonly Column[],
	valueOf: (column: Column) => number,
	most: number
): number | null {
	let weight = 0;
	for (const column of columns) {
		const value = valueOf(column);
		if (Math.abs(value) <= NEARLY) continue;
		if (Math.abs(value - 1) > NEARLY) return null;
		weight += column.weight;
		if (weight > most) return null;
	}
	return weight;
}
