import { desc } from 'drizzle-orm';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';

export type AuditRow = typeof auditEntry.$inferSelect;

export const insertEntry = (tx: Tx, row: AuditRow) => tx.insert(auditEntry).values(row);

export async function lastEntry(tx: Tx): Promise<Pick<AuditRow, 'sequence' | 'hash'> | undefined> {
	const [row] = await tx
		.select({ sequence: auditEntry.sequence, hash: auditEntry.hash })
		.from(auditEntry)
		.orderBy(desc(auditEntry.sequence))
		.limit(1);
	return row;
}

/** The whole log in order, in parts, so that a long one fits in memory. */
export async function* allEntries(read: Reader, part = 1000): AsyncGenerator<AuditRow> {
	for (let offset = 0; ; offset += part) {
		const rows = await read
			.select()
			.from(auditEntry)
			.orderBy(auditEntry.sequence)
			.limit(part)
			.offset(offset);
		yield* rows;
		if (rows.length < part) return;
	}
}
