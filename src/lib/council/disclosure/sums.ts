import { DIMENSIONS, EVERYWHERE } from '../table.model.ts';
import { isTotal, type Candidate } from './candidate.ts';

type Count = (cell: Candidate) => number;

/** What stands in a table is counted in families, and in what only this number tells. */
const COUNTS: readonly Count[] = [({ families }) => families.size, ({ under }) => under.size];

/**
 * Whether the hidden parts of a whole cannot be computed from it (D7): what is left when the shown parts are
 * taken off is nothing, or at least two cells with enough families together.
 */
export function isProtected(
	whole: Candidate,
	parts: readonly Candidate[],
	{ shown, fewest }: { readonly shown: ReadonlySet<Candidate>; readonly fewest: number }
): boolean {
	const open = parts.filter((cell) => shown.has(cell));
	const closed = parts.filter((cell) => !shown.has(cell));
	return (
		open.length === 0 ||
		COUNTS.every((count) => {
			const left = count(whole) - sumOf(open, count);
			if (left === 0) return true;
			const unknown = left - sumOf(closed, count) > 0 ? 1 : 0;
			return left >= fewest && closed.filter((cell) => count(cell) > 0).length + unknown >= 2;
		})
	);
}

const sumOf = (cells: readonly Candidate[], count: Count) =>
	cells.reduce((sum, cell) => sum + count(cell), 0);

/** The cells that add up to a total, for each way to split it: by dimension in a region, else by region. */
export function partsOf(whole: Candidate, cells: readonly Candidate[]): Candidate[][] {
	if (whole.population === EVERYWHERE)
		return [cells.filter((cell) => isTotal(cell) && cell.population !== EVERYWHERE)];
	return DIMENSIONS.filter((dimension) => dimension !== 'total').map((dimension) =>
		cells.filter((cell) => cell.population === whole.population && cell.dimension === dimension)
	);
}
