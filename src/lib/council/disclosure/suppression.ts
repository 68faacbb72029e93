import {
	DIMENSIONS,
	EVERYWHERE,
	type Aspect,
	type Dimension,
	type Figure
} from '../table.model.ts';
import type { DisclosureRules } from './rules.ts';
import { inSpan, smallGroupInSpan, type SpanAnswer } from './span.ts';

/** A cell before it is known whether it is shown. */
export type Candidate = {
	readonly aspect: Aspect;
	readonly population: string;
	readonly dimension: Dimension;
	readonly category: string;
	/** Everybody under the number. */
	readonly families: ReadonlySet<string>;
	/** Whether it is large enough by itself (D2). */
	readonly enough: boolean;
	readonly figure: Figure | null;
};

/** Why cells stay closed, counted for the one who runs the publication; no table says it. */
export type Reasons = {
	readonly tooFew: number;
	readonly wholeHidden: number;
	readonly complementary: number;
};

export type Suppressed = { readonly shown: ReadonlySet<Candidate>; readonly reasons: Reasons };

/**
 * Which cells of one measure are shown: those that are large enough, less the ones that would let
 * others be computed (D7).
 */
export function suppress(candidates: readonly Candidate[], rules: DisclosureRules): Suppressed {
	const enough = candidates.filter((cell) => cell.enough);
	const shown = new Set(enough);
	hidePartsWithoutWhole(candidates, shown);
	const withWhole = shown.size;
	if (rules.complementary) {
		protectSums(candidates, shown, rules.fewest.families);
		for (const population of new Set(candidates.map((cell) => cell.population)))
			hideUntilClean(population, { candidates, shown, rules });
		if (isOpen(look([...shown], rules)))
			for (const cell of shown) if (cell.population === EVERYWHERE) shown.delete(cell);
	}
	return {
		shown,
		reasons: {
			tooFew: candidates.length - enough.length,
			wholeHidden: enough.length - withWhole,
			complementary: withWhole - shown.size
		}
	};
}

const isTotal = ({ dimension }: Candidate) => dimension === 'total';

/** Nothing is shown of a region whose total is hidden. */
function hidePartsWithoutWhole(candidates: readonly Candidate[], shown: Set<Candidate>): void {
	for (const cell of candidates) {
		if (!shown.has(cell) || isTotal(cell)) continue;
		const whole = candidates.find(
			(it) => isTotal(it) && it.aspect === cell.aspect && it.population === cell.population
		);
		if (!whole || !shown.has(whole)) shown.delete(cell);
	}
}

/**
 * What a total leaves over when the shown cells are taken off is either nothing, or at least two cells
 * with enough families together. Of a region the smallest shown cell gives way; between regions it is the
 * total of all, because a council needs its own region more than the sum of regions.
 */
function protectSums(
	candidates: readonly Candidate[],
	shown: Set<Candidate>,
	fewest: number
): void {
	for (const whole of candidates.filter((cell) => isTotal(cell) && shown.has(cell))) {
		for (const parts of partsOf(whole, candidates)) {
			while (!isProtected(whole, parts, { shown, fewest })) {
				const [smallest] = parts
					.filter((cell) => shown.has(cell))
					.sort((one, other) => one.families.size - other.families.size);
				const weakest = whole.population === EVERYWHERE ? whole : (smallest ?? whole);
				shown.delete(weakest);
				if (weakest === whole) break;
			}
		}
	}
	hidePartsWithoutWhole(candidates, shown);
}

function partsOf(whole: Candidate, candidates: readonly Candidate[]): Candidate[][] {
	const alike = candidates.filter((cell) => cell.aspect === whole.aspect);
	if (whole.population === EVERYWHERE)
		return [alike.filter((cell) => isTotal(cell) && cell.population !== EVERYWHERE)];
	return DIMENSIONS.filter((dimension) => dimension !== 'total').map((dimension) =>
		alike.filter((cell) => cell.population === whole.population && cell.dimension === dimension)
	);
}

function isProtected(
	whole: Candidate,
	parts: readonly Candidate[],
	{ shown, fewest }: { readonly shown: ReadonlySet<Candidate>; readonly fewest: number }
): boolean {
	const open = parts.filter((cell) => shown.has(cell));
	if (open.length === 0) return true;
	const left = whole.families.size - open.reduce((sum, cell) => sum + cell.families.size, 0);
	if (left === 0) return true;
	const closed = parts.filter((cell) => !shown.has(cell) && cell.families.size > 0);
	const unknown = left - closed.reduce((sum, cell) => sum + cell.families.size, 0);
	return left >= fewest && closed.length + (unknown > 0 ? 1 : 0) >= 2;
}

/**
 * Takes cells away until no group too small to be known of can be computed. Regions share no families: what
 * holds for each holds for all, and the total of all is looked at last, beside everything that is left.
 */
function hideUntilClean(
	population: string,
	given: {
		readonly candidates: readonly Candidate[];
		readonly shown: Set<Candidate>;
		readonly rules: DisclosureRules;
	}
): void {
	const { candidates, shown, rules } = given;
	const own = () => [...shown].filter((cell) => cell.population === population);
	for (let answer = look(own(), rules); isOpen(answer); answer = look(own(), rules)) {
		// What cannot be proved gives way too: with fewer cells it can.
		const cell = answer.found ? breaker(answer.found, own()) : smallest(own());
		if (!cell) return;
		shown.delete(cell);
		protectSums(candidates, shown, rules.fewest.families);
	}
}

const look = (cells: readonly Candidate[], { fewest }: DisclosureRules): SpanAnswer =>
	smallGroupInSpan(
		cells.map(({ families }) => families),
		fewest.families - 1
	);

const isOpen = ({ found, sure }: SpanAnswer) => found !== null || !sure;

const bySize = (one: Candidate, other: Candidate) => one.families.size - other.families.size;

const smallest = (cells: readonly Candidate[]): Candidate | undefined =>
	cells.filter((cell) => !isTotal(cell)).toSorted(bySize)[0] ?? cells[0];

/** The smallest cell without which the group is no longer found; the smallest at all when none is enough. */
function breaker(group: ReadonlySet<string>, cells: readonly Candidate[]): Candidate | undefined {
	const sorted = cells.toSorted(bySize);
	const touched = [...sorted.filter((cell) => !isTotal(cell)), ...sorted.filter(isTotal)].filter(
		(cell) => !cell.families.isDisjointFrom(group)
	);
	const enough = touched.find(
		(cell) =>
			!inSpan(
				group,
				cells.filter((it) => it !== cell).map(({ families }) => families)
			)
	);
	return enough ?? touched[0];
}
