import type { Difference, VersionView } from '../history.model.ts';
import { differenceOf } from '../history.rules.ts';
import type { ItemChange, PlanItem } from '../version.model.ts';
import { undo } from '../version.rules.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import { goalsIn, seenItem, type GoalsThen, type Sight } from './sight.ts';
import type { PlanRow } from './store.ts';
import type { VersionRow } from './version.store.ts';

export type Numbered = ItemChange & { readonly number: number };

/** One version as this reader sees it, with the number under which the plan keeps it. */
export type SeenVersion = { readonly stored: number; readonly differences: readonly Difference[] };

/**
 * The versions of which this reader may see something, oldest first. Each item is read by the children
 * that it, or its goal, was about at that moment: before by the ones of before, after by those of after.
 * @param changes everything that ever changed, oldest first
 */
export function seenVersions(
	sight: Sight,
	now: readonly PlanItem[],
	changes: readonly Numbered[]
): SeenVersion[] {
	let after = goalsIn(now);
	const seen: SeenVersion[] = [];
	for (const [stored, made] of [...Map.groupBy(changes, (one) => one.number)].reverse()) {
		const before = goalsBefore(after, made);
		const differences = made.flatMap((change) => seenChange(sight, change, before, after) ?? []);
		if (differences.length > 0) seen.push({ stored, differences });
		after = before;
	}
	return seen.reverse();
}

function goalsBefore(after: GoalsThen, changes: readonly ItemChange[]): GoalsThen {
	const goals = changes.filter((one) => one.kind === 'goal');
	if (goals.length === 0) return after;
	const before = new Map(after);
	for (const change of goals) {
		if (change.before) before.set(change.id, change.before);
		else before.delete(change.id);
	}
	return before;
}

function seenChange(
	sight: Sight,
	{ kind, id, before, after }: ItemChange,
	goalsThen: GoalsThen,
	goalsNow: GoalsThen
): Difference | null {
	return differenceOf(
		before && seenItem(sight, { kind, id, content: before } as PlanItem, goalsThen),
		after && seenItem(sight, { kind, id, content: after } as PlanItem, goalsNow)
	);
}

/** The parts of a plan right after a version. */
export const itemsAt = (plan: PlanRow, changes: readonly Numbered[], stored: number): PlanItem[] =>
	undo(
		itemsOf(plan),
		changes.filter((one) => one.number > stored)
	);

/**
 * A version in words. Its author is named as elsewhere in the plan: nobody whom the reader may not know.
 * @param seen all versions this reader sees, oldest first: they give the numbers
 */
export function versionView(
	sight: Sight,
	seen: readonly SeenVersion[],
	rows: ReadonlyMap<number, VersionRow>,
	{ stored, differences }: SeenVersion
): VersionView {
	const row = rows.get(stored);
	if (!row) throw new TypeError(`version ${stored} has parts and no row`);
	const back = seen.find((one) => one.stored === row.restored);
	return {
		number: seen.findIndex((one) => one.stored === stored) + 1,
		at: row.at,
		cause: row.cause,
		author: row.authorId && sight.named(row.authorId),
		byCaseSystem: row.authorId === null,
		restoredAt: (back && rows.get(back.stored)?.at) ?? null,
		differences
	};
}

/** A plan of before with what this reader may not read of that time taken out. */
export function loadedThen(loaded: LoadedPlan, then: PlanRow, sight: Sight): LoadedPlan {
	// A kader is of today, whatever the version: an old plan does not show it.
	return {
		...loaded,
		kaders: [],
		plan: sight.seesEver ? then : { ...then, reviewWords: null, endWords: null, relapseWords: null }
	};
}
