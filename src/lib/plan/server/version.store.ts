import { and, eq, gt, sql } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import {
	exitCondition,
	goal,
	plan,
	planVersion,
	planVersionItem,
	situation,
	step
} from '#lib/server/db/schema/plan.ts';
import type { PlanId } from '../model.ts';
import { ITEM_KINDS, type Cause, type ItemChange, type ItemKind } from '../version.model.ts';

export type VersionRow = typeof planVersion.$inferSelect;

const TABLES = { situation, goal, step, exit: exitCondition };

/** Writes one item as it is from now on. */
async function writeItem(tx: Tx, planId: PlanId, change: ItemChange): Promise<void> {
	if (change.kind === 'ending') {
		if (change.after) await tx.update(plan).set(change.after).where(eq(plan.id, planId));
		return;
	}
	const table = TABLES[change.kind];
	if (!change.after) {
		await tx.delete(table).where(eq(sql`${table.id}`, change.id));
		return;
	}
	// The kinds differ in their columns; `ItemContents` ties each kind to its own.
	const row = { id: change.id, planId, ...change.after } as never;
	await tx
		.insert(table)
		.values(row)
		.onConflictDoUpdate({ target: table.id, set: change.after as never });
}

/** Items that come are written from goals to steps, items that go are taken out the other way. */
const inOrder = (changes: readonly ItemChange[]): ItemChange[] => {
	const rank = ({ kind, after }: ItemChange) =>
		after ? ITEM_KINDS.indexOf(kind) : 2 * ITEM_KINDS.length - ITEM_KINDS.indexOf(kind);
	return changes.toSorted((a, b) => rank(a) - rank(b));
};

/** Writes the items of one version, and what they were before. */
export async function writeVersion(
	tx: Tx,
	may: Permit,
	row: Omit<VersionRow, 'authorId'>,
	changes: readonly ItemChange[]
): Promise<void> {
	const authorId = may.actor.kind === 'person' ? may.actor.id : null;
	await tx.insert(planVersion).values({ ...row, authorId });
	for (const change of inOrder(changes)) {
		await writeItem(tx, row.planId, change);
		await tx.insert(planVersionItem).values({
			planId: row.planId,
			number: row.number,
			kind: change.kind,
			itemId: change.id,
			before: change.before,
			after: change.after
		});
	}
	await tx.update(plan).set({ version: row.number }).where(eq(plan.id, row.planId));
}

/** Who made each version, and when and why. */
export const versionRows = (read: Reader, planId: PlanId): Promise<VersionRow[]> =>
	read.select().from(planVersion).where(eq(planVersion.planId, planId));

/** Everything that changed after a version, oldest first, with the number of the version it came in. */
export async function changesAfter(
	read: Reader,
	planId: PlanId,
	number: number
): Promise<(ItemChange & { readonly number: number })[]> {
	const rows = await read
		.select()
		.from(planVersionItem)
		.where(and(eq(planVersionItem.planId, planId), gt(planVersionItem.number, number)))
		.orderBy(planVersionItem.number);
	return rows.map(({ kind, itemId, before, after, number: of }) => ({
		...({ kind, id: itemId, before, after } as ItemChange),
		number: of
	}));
}

/** What changed in one item after a version, oldest first. */
export async function changesOfItem(
	read: Reader,
	planId: PlanId,
	{ kind, id, after: number }: { kind: ItemKind; id: string; after: number }
): Promise<ItemChange[]> {
	const rows = await read
		.select({ before: planVersionItem.before, after: planVersionItem.after })
		.from(planVersionItem)
		.where(
			and(
				eq(planVersionItem.planId, planId),
				gt(planVersionItem.number, number),
				eq(planVersionItem.kind, kind),
				eq(planVersionItem.itemId, id)
			)
		)
		.orderBy(planVersionItem.number);
	return rows.map(({ before, after }) => ({ kind, id, before, after }) as ItemChange);
}

/** What the case system said last about each item, oldest first. */
export async function importedChanges(read: Reader, planId: PlanId): Promise<ItemChange[]> {
	const cause: Cause = 'import';
	const rows = await read
		.select({
			kind: planVersionItem.kind,
			itemId: planVersionItem.itemId,
			after: planVersionItem.after
		})
		.from(planVersionItem)
		.innerJoin(
			planVersion,
			and(
				eq(planVersion.planId, planVersionItem.planId),
				eq(planVersion.number, planVersionItem.number)
			)
		)
		.where(and(eq(planVersionItem.planId, planId), eq(planVersion.cause, cause)))
		.orderBy(planVersionItem.number);
	return rows.map(
		({ kind, itemId, after }) => ({ kind, id: itemId, before: null, after }) as ItemChange
	);
}
