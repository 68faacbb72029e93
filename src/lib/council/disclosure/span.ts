import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { lightWord, NEARLY, NOTHING } from './words.ts';

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
			if (!part.isSubsetOf(rest)) continue;
			for (const family of part) rest.delete(family);
		}
		return rest.size > 0 ? [rest] : [];
	});
}

type Block = { readonly atoms: readonly Atom[]; readonly groups: readonly number[] };

/** Takes families apart group by group, until those that are left together stand in the same groups. */
function atomsOf(groups: readonly Group[]): Atom[] {
	const placeOf = new Map<string, number>();
	const found: { readonly families: string[]; readonly in: readonly number[] }[] = [
		{ families: [], in: [] }
	];
	groups.forEach((group, place) => {
		const apart = new Map<number, number>();
		for (const family of group) {
			const from = placeOf.get(family) ?? 0;
			let to = apart.get(from);
			if (to === undefined) {
				to = found.push({ families: [], in: [...(found[from]?.in ?? []), place] }) - 1;
				apart.set(from, to);
			}
			placeOf.set(family, to);
		}
	});
	for (const [family, place] of placeOf) found[place]?.families.push(family);
	// In an order that no name and no row decides, so that the same answers give the same result.
	return found
		.filter(({ families }) => families.length > 0)
		.map((atom) => ({ ...atom, size: atom.families.length, key: atom.in.join() }))
		.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** Groups that share no family, directly or through others, say nothing about each other. */
function blocksOf(groups: readonly Group[]): Block[] {
	const atoms = atomsOf(groups);
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
	const weights = few.map(({ size }) => size);
	const { found, sure } = lightWord(rows, weights, most);
	return {
		found: found && new Set(found.flatMap((place) => few[place]?.families ?? [])),
		sure
	};
}

const incidence = (atoms: readonly Atom[], groups: readonly number[]) =>
	new Matrix(groups.map((place) => atoms.map((atom) => (atom.in.includes(place) ? 1 : 0))));

/**
 * A basis of the sums that are nought on every large atom, over the small ones. Null when there are no such
 * sums.
 */
function spanOver(atoms: readonly Atom[], groups: readonly number[], most: number): Matrix | null {
	const few = incidence(
		atoms.filter(({ size }) => size <= most),
		groups
	);
	const many = atoms.filter(({ size }) => size > most);
	const left = many.length > 0 ? nullspace(incidence(many, groups)) : Matrix.eye(groups.length);
	if (!left) return null;
	return rowBasis(left.mmul(few));
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
const productsOf = (matrix: Matrix) =>
	new EigenvalueDecomposition(matrix.mmul(matrix.transpose()), { assumeSymmetric: true });

function eigenRows(matrix: Matrix, wanted: (value: number) => boolean): Matrix | null {
	const { eigenvectorMatrix, realEigenvalues } = productsOf(matrix);
	const places = realEigenvalues.flatMap((value, place) => (wanted(value) ? [place] : []));
	return places.length > 0 ? eigenvectorMatrix.subMatrixColumn(places).transpose() : null;
}

/**
 * The groups of which each is needed to make the number of this one: without any of them it cannot be made of
 * the others.
 * @param group in the span of the groups
 */
export function neededFor(group: Group, groups: readonly Group[]): number[] {
	const places = groups.map((_, place) => place);
	const atoms = atomsOf([...groups, group]);
	const matrix = incidence(atoms, places);
	const sums = matrix.mmul(incidence(atoms, [groups.length]).transpose());
	const { eigenvectorMatrix, realEigenvalues } = productsOf(matrix);
	// How often each group is taken; and whether others can stand in for it.
	const taken = places.map(() => 0);
	const spared = places.map(() => false);
	for (const [at, value] of realEigenvalues.entries()) {
		const vector = eigenvectorMatrix.getColumn(at);
		const along = vector.reduce((sum, part, place) => sum + part * sums.get(place, 0), 0);
		for (const place of places) {
			const part = vector[place] ?? 0;
			if (value > NOTHING) taken[place] = (taken[place] ?? 0) + (part * along) / value;
			else if (Math.abs(part) > NEARLY) spared[place] = true;
		}
	}
	return places.filter((place) => !spared[place] && Math.abs(taken[place] ?? 0) > NEARLY);
}
