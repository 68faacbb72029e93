import { eq, getTableColumns, getTableName, inArray, sql } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Database, type Reader, type Tx } from '#lib/server/db/index.ts';
import {
	feedbackAnswer,
	feedbackWaiting,
	quarterKey,
	toldStory
} from '#lib/server/db/schema/feedback.ts';
import type { Quarter } from '../model.ts';

export type AnswerRow = typeof feedbackAnswer.$inferSelect;
/** Any of the rules by which somebody answers. */
export type MayAnswer =
	Permit<'feedback.answer'> | Permit<'feedback.answer-as-jim'> | Permit<'feedback.answer-openly'>;

/** The key of a quarter: undefined before its first answer, null once it was destroyed. */
export async function keyOf(read: Reader, quarter: Quarter): Promise<string | null | undefined> {
	const [row] = await keys(read).all({ quarter });
	return row?.key;
}
const keys = prepared((read) =>
	read
		.select()
		.from(quarterKey)
		.where(eq(quarterKey.quarter, sql.placeholder('quarter')))
		.prepare()
);

export const insertKey = (tx: Tx, quarter: Quarter, key: string) =>
	tx.insert(quarterKey).values({ quarter, key }).onConflictDoNothing();

const COLUMNS = Object.entries(getTableColumns(feedbackWaiting));

/**
 * Keeps the answers of one form. One that is there already takes the new value, wherever it stands.
 * @returns whether all were kept: none is when the quarter was published meanwhile
 */
export async function keepAnswers(
	database: Database,
	_may: MayAnswer,
	quarter: Quarter,
	rows: readonly AnswerRow[]
): Promise<boolean> {
	const list = (values: readonly unknown[]) =>
		sql`(${sql.join(
			values.map((value) => sql`${value}`),
			sql`, `
		)})`;
	const names = COLUMNS.map(([, { name }]) => sql.identifier(name));
	const whole = rows.map((row) => list(COLUMNS.map(([key]) => row[key as keyof AnswerRow])));
	const changes = await database.writeAtOnce([
		sql`UPDATE ${feedbackAnswer} SET value = sent.column2
			FROM (VALUES ${sql.join(
				rows.map(({ id, value }) => list([id, value])),
				sql`, `
			)}) AS sent
			WHERE feedback_answer.quarter = ${quarter} AND feedback_answer.id = sent.column1`,
		sql`INSERT INTO ${feedbackWaiting} (${sql.join(names, sql`, `)})
			SELECT * FROM (VALUES ${sql.join(whole, sql`, `)}) AS sent
			WHERE EXISTS (SELECT 1 FROM ${quarterKey} WHERE quarter = ${quarter} AND key IS NOT NULL)
				AND NOT EXISTS (SELECT 1 FROM feedback_answer AS settled
					WHERE settled.quarter = ${quarter} AND settled.id = sent.column2)
			ON CONFLICT (quarter, id) DO UPDATE SET value = excluded.value`
	]);
	return changes.reduce((sum, one) => sum + one, 0) === rows.length;
}

/** Whose answers wait, and for which quarter. */
export const waitingRows = (tx: Tx): Promise<AnswerRow[]> => tx.select().from(feedbackWaiting);

/** SQLite binds a limited number of values in one statement. */
const PART = 500;

/** Writes answers where they stay, in the order that is given, and takes them out of what waits. */
export async function settle(tx: Tx, rows: readonly AnswerRow[]): Promise<void> {
	for (let start = 0; start < rows.length; start += PART) {
		const part = rows.slice(start, start + PART);
		await tx.insert(feedbackAnswer).values(part);
		await tx.delete(feedbackWaiting).where(
			inArray(
				feedbackWaiting.id,
				part.map(({ id }) => id)
			)
		);
	}
}

/** Every answer of a quarter, also those that wait. */
export async function answerRows(read: Reader, quarter: Quarter): Promise<AnswerRow[]> {
	const settled = await read
		.select()
		.from(feedbackAnswer)
		.where(eq(feedbackAnswer.quarter, quarter));
	const waiting = await read
		.select()
		.from(feedbackWaiting)
		.where(eq(feedbackWaiting.quarter, quarter));
	return [...settled, ...waiting];
}

/**
 * Takes away what links the answers and stories of a quarter to anybody, and writes what stays anew:
 * when a page of the file is split, copies of rows can stay behind in what it no longer uses, and
 * `secure_delete` clears only what is deleted where it stands. A page that is given back is cleared
 * whole. What stays is the open quarter, so this costs as much as that, and not as much as the database.
 */
export async function eraseLinks(tx: Tx, quarter: Quarter): Promise<void> {
	await tx
		.insert(quarterKey)
		.values({ quarter, key: null })
		.onConflictDoUpdate({ target: quarterKey.quarter, set: { key: sql`NULL` } });
	await tx.delete(feedbackAnswer).where(eq(feedbackAnswer.quarter, quarter));
	await tx.delete(feedbackWaiting).where(eq(feedbackWaiting.quarter, quarter));
	await tx.update(toldStory).set({ author: null }).where(eq(toldStory.quarter, quarter));
	for (const table of [feedbackAnswer, feedbackWaiting, quarterKey, toldStory])
		await writeAnew(tx, getTableName(table));
}

async function writeAnew(tx: Tx, table: string): Promise<void> {
	const [name, kept] = [sql.identifier(table), sql.identifier(`${table}_kept`)];
	await tx.run(sql`CREATE TABLE ${kept} AS SELECT * FROM ${name}`);
	await tx.run(sql`DELETE FROM ${name}`);
	await tx.run(sql`INSERT INTO ${name} SELECT * FROM ${kept}`);
	await tx.run(sql`DROP TABLE ${kept}`);
}
