import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Moment, TermEventId, TermKind } from '#lib/terms/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/**
 * Somebody says on which day a statutory term started, or was met. What was said is never changed: it
 * is taken back, with or without another in its place (a trigger guards that).
 */
export const termEvent = sqliteTable(
	'term_event',
	{
		id: text('id').$type<TermEventId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		term: text('term').$type<TermKind>().notNull(),
		moment: text('moment').$type<Moment>().notNull(),
		on: dayColumn('on').notNull(),
		recordedBy: text('recorded_by')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		recordedAt: momentColumn('recorded_at').notNull(),
		withdrawnAt: momentColumn('withdrawn_at'),
		/** The event that took its place, when the day was a typing error. */
		replacedBy: text('replaced_by').$type<TermEventId>()
	},
	(t) => [index('term_event_family').on(t.familyId)]
);
