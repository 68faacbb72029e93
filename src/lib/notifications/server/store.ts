import { and, asc, count, eq, lt, lte, ne } from 'drizzle-orm';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { outbox } from '#lib/server/db/schema/notifications.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export const insertRow = (tx: Tx, row: OutboxRow) => tx.insert(outbox).values(row);

export const dueRows = (read: Reader, at: Date, most: number) =>
	read
		.select()
		.from(outbox)
		.where(and(eq(outbox.state, 'waiting'), lte(outbox.dueAt, at)))
		.orderBy(asc(outbox.dueAt))
		.limit(most);

/** Takes a row for one try; of two processes that see the same row, one gets it. */
export async function claimRow(tx: Tx, row: OutboxRow, dueAt: Date): Promise<boolean> {
	const claimed = await tx
		.update(outbox)
		.set({ attempts: row.attempts + 1, dueAt })
		.where(
			and(eq(outbox.id, row.id), eq(outbox.state, 'waiting'), eq(outbox.attempts, row.attempts))
		)
		.returning({ id: outbox.id });
	return claimed.length === 1;
}

export const finishRow = (
	tx: Tx,
	id: string,
	state: Exclude<OutboxRow['state'], 'waiting'>,
	at: Date
) => tx.update(outbox).set({ state, doneAt: at }).where(eq(outbox.id, id));

export const countByState = (read: Reader) =>
	read.select({ state: outbox.state, rows: count() }).from(outbox).groupBy(outbox.state);

export const deleteDone = (tx: Tx, before: Date) =>
	tx.delete(outbox).where(and(ne(outbox.state, 'waiting'), lt(outbox.doneAt, before)));
