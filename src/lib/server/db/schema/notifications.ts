import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { momentColumn } from './columns.ts';

/**
 * Mail that waits to be sent. Holds no words, no link and no secret: the sender of the kind is asked
 * again at the moment of sending, and may answer that the right has ended.
 */
export const outbox = sqliteTable(
	'outbox',
	{
		id: text('id').primaryKey(),
		kind: text('kind').notNull(),
		/** The row this mail is about, in the sender's own table. */
		about: text('about').notNull(),
		state: text('state').$type<'waiting' | 'sent' | 'dropped' | 'dead'>().notNull(),
		attempts: integer('attempts').notNull().default(0),
		dueAt: momentColumn('due_at').notNull(),
		createdAt: momentColumn('created_at').notNull(),
		doneAt: momentColumn('done_at')
	},
	(t) => [index('outbox_waiting').on(t.state, t.dueAt)]
);
