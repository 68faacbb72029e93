import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MessageId } from '#lib/imports/model.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import { momentColumn } from './columns.ts';

/** A case message that was taken in. Its text is not kept, only its fingerprint. */
export const caseMessage = sqliteTable(
	'case_message',
	{
		id: text('id').$type<MessageId>().primaryKey(),
		source: text('source').$type<OrganisationId>().notNull(),
		sentAt: momentColumn('sent_at').notNull(),
		receivedAt: momentColumn('received_at').notNull(),
		fingerprint: text('fingerprint').notNull()
	},
	(t) => [index('case_message_source').on(t.source, t.sentAt)]
);
