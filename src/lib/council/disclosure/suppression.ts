import { ASPECTS, EVERYWHERE } from '../table.model.ts';
import { isTotal, type Candidate } from './candidate.ts';
import { hideFewest } from './fewest.ts';
import type { DisclosureRules } from './rules.ts';
import { smallGroupInSpan } from './span.ts';
import { isProtected, partsOf } from './sums.ts';

/** Why cells stay closed, counted for the one who runs the publication; no table says it. */
export type Reasons = {
	readonly tooFew: number;
	readonly wholeHidden: number;
	readonly complementary: number;
};

export type Suppressed = { readonly shown: ReadonlySet<Candidate>; readonly reasons: Reasons };

/**
 * Which cells of one measure are shown: those that are large enough, less the ones that would let others be
 * computed (D7). Values first: a response says how many answered, so it stands only where the value stands.
 */
export function suppress(candidates: readonly Candidate[], rules: DisclosureRules): Suppressed {
	const enough = candidates.filter((cell) => cell.enough);
	const shown = new Set<Candidate>();
	let wholeHidden = 0;
	for (const aspect of ASPECTS) {
		const cells = candidates.filter((cell) => cell.aspect === aspect);
		const open = new Set(cells.filter((cell) => cell.enough && mayStand(cell, shown, rules)));
		const before = open.size;
		hidePartsWithoutWhole(cells, open);
		wholeHidden += before - open.size;
		const price = (cell: Candidate) =>
			enough.filter((it) => !shown.has(it) && isSamePlace(it, cell)).length;
		for (const cell of rules.complementary ? protect(cells, open, { rules, price }) : open)
			shown.add(cell);
	}
	return {
		shown,
		reasons: {
			tooFew: candidates.length - enough.length,
			wholeHidden,
			complementary: enough.length - wholeHidden - shown.size
		}
	};
}

const mayStand = (cell: Candidate, shown: ReadonlySet<Candidate>, rules: DisclosureRules) =>
	cell.aspect === 'value' || !rules.complementary || [...shown].some((it) => isSamePlace(it, cell));

const isSamePlace = (one: Candidate, other: Candidate) =>
	one.population === other.population &&
	one.dimension === other.dimension &&
	one.category === other.category;

/** Nothing is shown of a region whose total is hidden. */
function hidePartsWithoutWhole(cells: readonly Candidate[], shown: Set<Candidate>): void {
	for (const cell of cells) {
		if (!shown.has(cell) || isTotal(cell)) continue;
		const whole = cells.find((it) => isTotal(it) && it.population === cell.population);
		if (!whole || !shown.has(whole)) shown.delete(cell);
	}
}

/**
 * Hides in each region what has to be hidden: regions share no families, so what holds for each holds for all.
 * The total of all regions is looked at last and gives way first: a council needs its own region more.
 */
function protect(
	cells: readonly Candidate[],
	open: ReadonlySet<Candidate>,
	{ rules, price }: { readonly rules: DisclosureRules; readonly price: (cell: Candidate) => number }
): ReadonlySet<Candidate> {
	const fewest = rules.fewest.families;
	const regions = Map.groupBy(cells, ({ population }) => population);
	const shown = new Set(
		[...regions].flatMap(([region, own]) =>
			region === EVERYWHERE
				? []
				: hideFewest(
						own.filter((cell) => open.has(cell)),
						{ cells: own, fewest, price }
					)
		)
	);
	const whole = cells.find(({ population }) => population === EVERYWHERE);
	if (!whole || !open.has(whole)) return shown;
	const all = new Set([whole, ...shown]);
	const held = partsOf(whole, cells).every((parts) =>
		isProtected(whole, parts, { shown: all, fewest })
	);
	const { found, sure } = smallGroupInSpan(
		[...all].map(({ families }) => families),
		fewest - 1
	);
	return held && !found && sure ? all : shown;
}
