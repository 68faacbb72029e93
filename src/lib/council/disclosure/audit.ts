import type { Group } from './span.ts';
import { smallGroupInSpan } from './span.ts';

/** What stands between tables and their publication (D8). */
export type AuditProblem = 'nested' | 'span' | 'unproved';

/**
 * Looks at every published number of all tables, periods and councils together.
 * @param groups the families under each, told apart across periods and measures
 * @param fewest the smallest group that may be known of
 * @returns nothing when no group smaller than that can be singled out
 */
export function audit(groups: readonly Group[], fewest: number): AuditProblem[] {
	const problems: AuditProblem[] = [];
	if (smallDifference(groups, fewest)) problems.push('nested');
	const { found, sure } = smallGroupInSpan(groups, fewest - 1);
	if (found) problems.push('span');
	if (!sure) problems.push('unproved');
	return problems;
}

/** Whether a group lies in another with fewer than `fewest` families between them, and more than none (D8a). */
function smallDifference(groups: readonly Group[], fewest: number): boolean {
	const sorted = groups.toSorted((one, other) => one.size - other.size);
	return sorted.some((small, place) =>
		sorted.slice(place + 1).some((large) => {
			const between = large.size - small.size;
			return between > 0 && between < fewest && small.isSubsetOf(large);
		})
	);
}
