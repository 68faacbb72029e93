import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import { momentColumn } from './columns.ts';

/**
 * The access log (NEN 7513 fields): who, in which relation, did what to which thing, when.
 * Append-only (triggers refuse changes) and hash-chained. Never content.
 */
export const auditEntry = sqliteTable(
	'audit_entry',
	{
		sequence: integer('sequence').primaryKey(),
		at: momentColumn('at').notNull(),
		/** Empty when a machine or a visitor acted. No foreign key: the log outlives the person's row. */
		actorId: text('actor_id').$type<PersonId>(),
		actorKind: text('actor_kind').notNull(),
		relation: text('relation').notNull(),
		ability: text('ability').notNull(),
		action: text('action').$type<'create' | 'read' | 'update' | 'delete' | 'execute'>().notNull(),
		thing: text('thing').notNull(),
		thingId: text('thing_id').notNull(),
		/** The family whose log this row belongs to, when it is about one. */
		familyId: text('family_id'),
		outcome: text('outcome').$type<'allowed' | 'refused'>().notNull(),
		requestId: text('request_id').notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text('hash').notNull()
	},
	(t) => [index('audit_entry_family').on(t.familyId, t.sequence)]
);
