import { EigenvalueDecomposition, LuDecomposition, Matrix } from 'ml-matrix';

/** The families under one published number, by anything that tells them apart. */
export type Group = ReadonlySet<string>;

/** Families that stand in the same groups: no sum of published numbers can tell them apart. */
type Atom = {
	readonly size: number;
	readonly families: readonly string[];
	readonly in: readonly number[];
};

/** What the search found, or that it had to stop before it was sure. */
export type SpanAnswer = { readonly found: ReadonlySet<string> | null; readonly sure: boolean };

/** Below this, a number that came out of fractions is nought. The true ones are far above it. */
const NOTHING = 1e-7;
const NEARLY = 1e-5;
/** Steps of the search in one block. Past it nothing is proved, and what is not proved is not published. */
const MOST_STEPS = 60_000;

/**
 * Whether adding up and subtracting published numbers, each as often as one likes, can give the number of
 * a group of 1 to `most` families (D8b). Adding up keeps families of the same groups together, so it is
 * enough to look for vectors of noughts and ones over atoms in the span of the groups.
 */
export function smallGroupInSpan(groups: readonly Group[], most: number): SpanAnswer {
	let sure = true;
	for (const block of blocksOf(withoutParts(groups))) {
		const answer = searchBlock(block, most);
		if (answer.found) return answer;
		sure &&= answer.sure;
	}
	return { found: null, sure };
}

/** Takes from each group the whole disjoint groups inside it. The span stays the same, and falls apart in blocks. */
function withoutParts(groups: readonly Group[]): Group[] {
	const sorted = groups.filter(({ size }) => size > 0).sort((one, other) => other.size - one.size);
	return sorted.flatMap((group, place) => {
		const rest = new Set(group);
		for (const part of sorted.slice(place + 1)) {
			if (part.size > rest.size || ![...part].every((family) => rest.has(family))) continue;
			for (const family of part) rest.delete(family);
		}
		return rest.size > 0 ? [rest] : [];
	});
}

type Block = { readonly atoms: readonly Atom[]; readonly groups: readonly number[] };

/** Groups that share no family, directly or through others, say nothing about each other. */
function blocksOf(groups: readonly Group[]): Block[] {
	const places = new Map<string, number[]>();
	groups.forEach((group, place) => {
		for (const family of group) {
			const known = places.get(family);
			if (known) known.push(place);
			else places.set(family, [place]);
		}
	});
	const atoms = [...Map.groupBy(places, ([, found]) => found.join()).values()].map((same) => ({
		size: same.length,
		families: same.map(([family]) => family),
		in: same[0]?.[1] ?? []
	}));
	const leader = groups.map((_, place) => place);
	const find = (place: number): number => {
		const up = leader[place] ?? place;
		return up === place ? place : find(up);
	};
	for (const atom of atoms)
		for (const place of atom.in) leader[find(place)] = find(atom.in[0] ?? 0);
	const blocks = Map.groupBy(atoms, (atom) => find(atom.in[0] ?? 0));
	return [...blocks].map(([first, inBlock]) => ({
		atoms: inBlock,
		groups: groups.flatMap((_, place) => (find(place) === first ? [place] : []))
	}));
}

function searchBlock({ atoms, groups }: Block, most: number): SpanAnswer {
	const few = atoms.filter(({ size }) => size <= most);
	if (few.length === 0) return { found: null, sure: true };
	const rows = spanOver(atoms, groups, most);
	if (!rows) return { found: null, sure: true };
	return findZeroOne(rows, few, most);
}

const incidence = (atoms: readonly Atom[], groups: readonly number[]) =>
	new Matrix(groups.map((place) => atoms.map((atom) => (atom.in.includes(place) ? 1 : 0))));

/**
 * A basis of the sums that are nought on every large atom, over the small ones, so written that some
 * small atoms each belong to one row only. Null when there are no such sums.
 */
function spanOver(atoms: readonly Atom[], groups: readonly number[], most: number): Matrix | null {
	const few = incidence(
		atoms.filter(({ size }) => size <= most),
		groups
	);
	const many = atoms.filter(({ size }) => size > most);
	const left = many.length > 0 ? nullspace(incidence(many, groups)) : Matrix.eye(groups.length);
	if (!left) return null;
	const basis = rowBasis(left.mmul(few));
	if (!basis) return null;
	const columns = new LuDecomposition(basis.transpose()).pivotPermutationVector.slice(
		0,
		basis.rows
	);
	const pivots = basis.subMatrixColumn(columns);
	return new LuDecomposition(pivots).solve(basis);
}

/** Sums of rows that are nought in every column. Null when only the empty sum is. */
function nullspace(matrix: Matrix): Matrix | null {
	return eigenRows(matrix, (value) => value <= NOTHING);
}

function rowBasis(matrix: Matrix): Matrix | null {
	const rows = eigenRows(matrix, (value) => value > NOTHING);
	return rows && rows.mmul(matrix);
}

/** The groups are few and the atoms many: a row's product with every other row is the smaller matrix. */
function eigenRows(matrix: Matrix, wanted: (value: number) => boolean): Matrix | null {
	const products = matrix.mmul(matrix.transpose());
	const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(products, {
		assumeSymmetric: true
	});
	const places = realEigenvalues.flatMap((value, place) => (wanted(value) ? [place] : []));
	return places.length > 0 ? eigenvectorMatrix.subMatrixColumn(places).transpose() : null;
}

type Column = { readonly atom: Atom; readonly weights: readonly number[]; readonly last: number };

/**
 * Tries each way of taking or leaving the rows. Every row has a small atom of its own, so that a row is
 * taken once or not at all, and the families of those atoms may together be no more than `most`.
 */
function findZeroOne(rows: Matrix, atoms: readonly Atom[], most: number): SpanAnswer {
	const columns = atoms.map((atom, place): Column => {
		const weights = rows.getColumn(place);
		return { atom, weights, last: weights.findLastIndex((weight) => Math.abs(weight) > NOTHING) };
	});
	// A column is known once the last row that touches it is decided.
	const known = Map.groupBy(columns, ({ last }) => last);
	let steps = 0;
	const taken: number[] = [];
	const valueOf = ({ weights }: Column) => taken.reduce((sum, row) => sum + (weights[row] ?? 0), 0);
	const search = (row: number, families: number): boolean => {
		if (row === rows.rows) return families > 0;
		for (const take of [false, true]) {
			if (++steps > MOST_STEPS) return false;
			if (take) taken.push(row);
			const more = sizeOfKnown(known.get(row) ?? [], valueOf, most - families);
			if (more !== null && search(row + 1, families + more)) return true;
			if (take) taken.pop();
		}
		return false;
	};
	if (!search(0, 0)) return { found: null, sure: steps <= MOST_STEPS };
	const group = columns.filter((column) => valueOf(column) > 0.5);
	return { found: new Set(group.flatMap(({ atom }) => atom.families)), sure: true };
}

/** The families of the columns that are one; null when a column is neither nought nor one, or it is too many. */
function sizeOfKnown(
	columns: readonly Column[],
	valueOf: (column: Column) => number,
	most: number
): number | null {
	let size = 0;
	for (const column of columns) {
		const value = valueOf(column);
		if (Math.abs(value) <= NEARLY) continue;
		if (Math.abs(value - 1) > NEARLY) return null;
		size += column.atom.size;
		if (size > most) return null;
	}
	return size;
}

/** Whether a number of exactly this group can be made of the numbers of the others. */
export function inSpan(group: Group, groups: readonly Group[]): boolean {
	const block = blocksOf([...groups, group]).find(({ groups: places }) =>
		places.includes(groups.length)
	);
	if (!block || block.groups.length === 1) return group.size === 0;
	const others = block.groups.filter((place) => place !== groups.length);
	return rankOf(block.atoms, others) === rankOf(block.atoms, block.groups);
}

const rankOf = (atoms: readonly Atom[], groups: readonly number[]): number =>
	rowBasis(incidence(atoms, groups))?.rows ?? 0;
