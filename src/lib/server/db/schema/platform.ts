import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { momentColumn } from './columns.ts';

/** One row per form that was handled: the same key again gets the same answer and changes nothing. */
export const formReceipt = sqliteTable('form_receipt', {
	key: text('key').primaryKey(),
	answer: text('answer').notNull(),
	at: momentColumn('at').notNull()
});

/** Counts within one window per limit and subject; the subject is kept as a hash. */
export const rateWindow = sqliteTable('rate_window', {
	subject: text('subject').primaryKey(),
	startedAt: momentColumn('started_at').notNull(),
	count: integer('count').notNull()
});
