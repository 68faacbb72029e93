import { isTotal, type Candidate } from './candidate.ts';
import { neededFor, smallGroupInSpan, type Group } from './span.ts';
import { isProtected, partsOf } from './sums.ts';

/** Looks at a region so often at most for the fewest cells to hide; after that, the smallest ones go. */
const MOST_LOOKS = 250;

type Look = {
	readonly cells: readonly Candidate[];
	readonly fewest: number;
	/** How many cells are lost with this one. */
	readonly price: (cell: Candidate) => number;
	looks: number;
};

/**
 * Hides as few cells of a region as will do, and of those the smallest, until nobody can compute the number of
 * a group smaller than `fewest`.
 * @param all the cells of the region that are large enough
 * @param given all its cells of this aspect, and how many cells are lost with one
 * @returns what is shown
 */
export function hideFewest(
	all: readonly Candidate[],
	given: Omit<Look, 'looks'>
): readonly Candidate[] {
	const look: Look = { ...given, looks: MOST_LOOKS };
	for (let price = 0; look.looks > 0; price++) {
		const shown = hiding(price, { shown: all, stay: new Set() }, look);
		if (shown) return shown;
	}
	return hideSmallest(all, look);
}

type State = {
	readonly shown: readonly Candidate[];
	/** Hiding these was tried already. */
	readonly stay: ReadonlySet<Candidate>;
};

/** What is shown when at most so many more cells are lost; null when that is not enough. */
function hiding(price: number, { shown, stay }: State, look: Look): readonly Candidate[] | null {
	if (look.looks-- <= 0) return null;
	const suspects = suspectsIn(shown, look);
	if (!suspects) return shown;
	const tried = new Set(stay);
	for (const cell of suspects) {
		if (tried.has(cell)) continue;
		const rest = without(shown, cell);
		const left = price - lost(shown, rest, look);
		if (left < 0) continue;
		const found = hiding(left, { shown: rest, stay: tried }, look);
		if (found) return found;
		tried.add(cell);
	}
	return null;
}

const lost = (before: readonly Candidate[], after: readonly Candidate[], { price }: Look) =>
	before.filter((cell) => !after.includes(cell)).reduce((sum, cell) => sum + price(cell), 0);

function hideSmallest(all: readonly Candidate[], look: Look): readonly Candidate[] {
	let shown = all;
	for (;;) {
		const [smallest] = suspectsIn(shown, look) ?? [];
		if (!smallest) return shown;
		shown = without(shown, smallest);
	}
}

/** Nothing is shown of a region whose total is hidden. */
const without = (shown: readonly Candidate[], cell: Candidate): readonly Candidate[] =>
	isTotal(cell) ? [] : shown.filter((it) => it !== cell);

/** The cells of which one has to be hidden, the smallest first and the total last; null when nothing is wrong. */
function suspectsIn(shown: readonly Candidate[], look: Look): readonly Candidate[] | null {
	const open = unprotected(shown, look);
	if (open) return sorted(open);
	const groups = groupsOf(shown);
	const { found, sure } = smallGroupInSpan(groups, look.fewest - 1);
	if (sure && !found) return null;
	// What cannot be proved gives way too: with fewer cells it can.
	if (!found) return sorted(shown);
	const needed = neededFor(found, groups);
	return sorted(needed.length > 0 ? needed.flatMap((place) => shown[place] ?? []) : shown);
}

const groupsOf = (cells: readonly Candidate[]): Group[] => cells.map(({ families }) => families);

/** The shown parts of a total from which a hidden one can be computed, with the total itself. */
function unprotected(
	shown: readonly Candidate[],
	{ cells, fewest }: Look
): readonly Candidate[] | null {
	const whole = shown.find(isTotal);
	if (!whole) return null;
	const open = new Set(shown);
	const parts = partsOf(whole, cells).find(
		(each) => !isProtected(whole, each, { shown: open, fewest })
	);
	return parts ? [...parts.filter((cell) => open.has(cell)), whole] : null;
}

const sorted = (cells: readonly Candidate[]): readonly Candidate[] =>
	cells.toSorted(
		(one, other) =>
			Number(isTotal(one)) - Number(isTotal(other)) || one.families.size - other.families.size
	);
