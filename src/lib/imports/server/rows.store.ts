import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tx } from '#lib/server/db/index.ts';

/** Keep the whole row that is already there. */
export const ALL = 'all';

/**
 * Adds rows; of a row that is already there, every column but `kept` takes the new value.
 * The target's own columns need not be named in `kept`.
 */
export async function put<T extends SQLiteTable>(
	tx: Tx,
	table: T,
	rows: readonly T['$inferInsert'][],
	target: SQLiteColumn | SQLiteColumn[],
	kept: readonly string[] | typeof ALL = []
): Promise<void> {
	for (let start = 0; start < rows.length; start += 200) {
		const insert = tx.insert(table).values(rows.slice(start, start + 200));
		if (kept === ALL) await insert.onConflictDoNothing();
		else await insert.onConflictDoUpdate({ target, set: replaced(table, kept) });
	}
}

/** Adds rows of a family; one that is already there takes the new values, and stays in its family. */
export const putInFamily = <T extends TableOfFamily>(
	tx: Tx,
	table: T,
	rows: readonly T['$inferInsert'][]
): Promise<void> => put(tx, table, rows, table.id, ['familyId']);

type TableOfFamily = SQLiteTable & { readonly id: SQLiteColumn; readonly familyId: SQLiteColumn };

function replaced(table: SQLiteTable, kept: readonly string[]): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table)).filter(([name]) => !kept.includes(name));
	return Object.fromEntries(
		columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`])
	);
}
