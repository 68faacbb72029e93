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
	const names = Object.keys(fields);
	const values = Object.values(fields).map((column) =>
		column.dataType === 'json' ? sql`json(${column})` : sql`${column}`
	);
	// Without the names in every row: they are longer than what most columns hold.
	const row = sql`json_array(${sql.join(values, sql`, `)})`;
	return sql`(SELECT json_group_array(${row}) ${from})`.mapWith((text: string) =>
		(JSON.parse(text) as unknown[][]).map((one) => named<Fields>(names, one))
	);
}

function named<Fields extends Record<string, Column>>(
	names: readonly string[],
	values: readonly unknown[]
): Listed<Fields> {
	const row: Record<string, unknown> = {};
	for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = values[index];
	return row as Listed<Fields>;
}
