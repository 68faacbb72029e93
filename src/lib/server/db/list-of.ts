import { sql, type Column, type GetColumnData, type SQL } from 'drizzle-orm';

/** One row of a list, as the columns' own types say. */
export type Listed<Fields extends Record<string, Column>> = {
	-readonly [Name in keyof Fields]: GetColumnData<Fields[Name]>;
};

/**
 * A whole list as one value of a row, so that one statement reads several lists: on the pages that
 * everyone opens, a statement costs more than a row. For text, numbers and JSON columns; a moment
 * would come back as its number. In no order: a libSQL server does not know ORDER BY inside an
 * aggregate, so whoever needs one sorts.
 * @param from everything after the columns: tables, joins and conditions
 */
export function listOf<Fields extends Record<string, Column>>(
	fields: Fields,
	from: SQL
): SQL<Listed<Fields>[]> {
	const pairs = Object.entries(fields).map(([name, column]) => {
		const value = column.dataType === 'json' ? sql`json(${column})` : sql`${column}`;
		return sql`${sql.raw(`'${name}'`)}, ${value}`;
	});
	const row = sql`json_object(${sql.join(pairs, sql`, `)})`;
	return sql`(SELECT json_group_array(${row}) ${from})`.mapWith(
		(text: string) => JSON.parse(text) as Listed<Fields>[]
	);
}
