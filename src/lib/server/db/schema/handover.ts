import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FamilyId } from '#lib/family/model.ts';
import type { HandoverId } from '#lib/handover/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/** A handover after a measure (P20): made in a joint talk, with a yes or no of each person. */
export const handover = sqliteTable(
	'handover',
	{
		id: text('id').$type<HandoverId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		createdAt: momentColumn('created_at').notNull()
	},
	(t) => [index('handover_family').on(t.familyId)]
);

/** Its words. A change is a new row: what somebody said yes to stays readable. */
export const handoverText = sqliteTable(
	'handover_text',
	{
		handoverId: text('handover_id')
			.$type<HandoverId>()
			.notNull()
			.references(() => handover.id),
		revision: integer('revision').notNull(),
		authorId: text('author_id').$type<PersonId>().notNull(),
		at: momentColumn('at').notNull(),
		talkOn: dayColumn('talk_on').notNull(),
		resultWords: text('result_words').notNull(),
		riskWords: text('risk_words').notNull(),
		relapseWords: text('relapse_words').notNull(),
		nextWords: text('next_words').notNull()
	},
	(t) => [primaryKey({ columns: [t.handoverId, t.revision] })]
);

/** What one person said to one text. The newest row of a person counts. */
export const handoverAnswer = sqliteTable(
	'handover_answer',
	{
		id: text('id').primaryKey(),
		handoverId: text('handover_id')
			.$type<HandoverId>()
			.notNull()
			.references(() => handover.id),
		revision: integer('revision').notNull(),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		says: text('says').$type<'ja' | 'nee'>().notNull(),
		words: text('words'),
		at: momentColumn('at').notNull()
	},
	(t) => [index('handover_answer_handover').on(t.handoverId)]
);
