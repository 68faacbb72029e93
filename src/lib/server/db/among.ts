import { sql, type Column, type SQL } from 'drizzle-orm';

/**
 * Whether a column has one of the values of a list, which is bound as one value under `name`, as JSON: so
 * the same compiled statement serves one and thousands, where a list of its own length would be compiled
 * each time and could be too long for the database.
 */
export const among = (column: Column, name: string): SQL =>
	sql`${column} IN (SELECT value FROM json_each(${sql.placeholder(name)}))`;
