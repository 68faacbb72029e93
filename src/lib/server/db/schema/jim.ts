import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type {
	CircleEntryId,
	JimId,
	JimNoteId,
	JimPart,
	JimShareId,
	JimState,
	JimViewId,
	ParentSays,
	ProgressAskId,
	TalkLineId,
	TalkTopic,
	Wish
} from '#lib/jim/model.ts';
import type { GoalId } from '#lib/plan/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/** A youth's own corner: the key to the own circle, and the one answer that the regisseur sees. */
export const beside = sqliteTable('beside', {
	youthId: text('youth_id')
		.$type<PersonId>()
		.primaryKey()
		.references(() => person.id),
	/** The youth's own key, closed under the deployment's. */
	sealedKey: text('sealed_key').notNull(),
	wish: text('wish').$type<Wish>().notNull(),
	wishOn: dayColumn('wish_on').notNull(),
	/** The day on which the youth wants to think of this again. */
	remindOn: dayColumn('remind_on')
});

/** Somebody around a youth. All of it is sealed under the youth's key: name, place, note. */
export const circleEntry = sqliteTable(
	'circle_entry',
	{
		id: text('id').$type<CircleEntryId>().primaryKey(),
		youthId: text('youth_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		sealed: text('sealed').notNull()
	},
	(t) => [index('circle_entry_youth').on(t.youthId)]
);

/** A youth asks somebody to be the JIM: from the question until the end. */
export const jim = sqliteTable(
	'jim',
	{
		id: text('id').$type<JimId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		youthId: text('youth_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		/** Who stands beside the youth; empty until somebody said yes. */
		jimId: text('jim_id')
			.$type<PersonId>()
			.references(() => person.id),
		state: text('state').$type<JimState>().notNull(),
		/** What the youth calls who was asked, under the key of the two. Empty after a no. */
		sealedName: text('sealed_name'),
		/** The key of the two, closed under the deployment's. Empty after the end: nothing opens then. */
		sealedKey: text('sealed_key'),
		/** What the youth wants the JIM to know, under the key of the two. */
		sealedWords: text('sealed_words'),
		/** SHA-256 of the token in the link that the youth hands over. */
		tokenHash: text('token_hash').notNull(),
		/** Told in person; salted scrypt. */
		codeHash: text('code_hash').notNull(),
		codeTries: integer('code_tries').notNull().default(0),
		askedAt: momentColumn('asked_at').notNull(),
		expiresAt: momentColumn('expires_at').notNull(),
		startedAt: momentColumn('started_at'),
		endedAt: momentColumn('ended_at'),
		endedBy: text('ended_by').$type<'jongere' | 'jim'>(),
		/** Whom the youth lets know who it is; parents of a youth under 16 know it anyway. */
		parentsKnow: integer('parents_know', { mode: 'boolean' }).notNull().default(false),
		regisseurKnows: integer('regisseur_knows', { mode: 'boolean' }).notNull().default(false),
		/** The exception for danger was read before the first note: by the youth, by the JIM. */
		youthReadDanger: integer('youth_read_danger', { mode: 'boolean' }).notNull().default(false),
		jimReadDanger: integer('jim_read_danger', { mode: 'boolean' }).notNull().default(false)
	},
	(t) => [
		index('jim_youth').on(t.youthId),
		index('jim_jim').on(t.jimId),
		index('jim_family').on(t.familyId),
		uniqueIndex('jim_token').on(t.tokenHash)
	]
);

/** The youth lets the JIM see one part. A row for each time it began. */
export const jimShare = sqliteTable(
	'jim_share',
	{
		id: text('id').$type<JimShareId>().primaryKey(),
		relationId: text('relation_id')
			.$type<JimId>()
			.notNull()
			.references(() => jim.id),
		part: text('part').$type<JimPart>().notNull(),
		startedAt: momentColumn('started_at').notNull(),
		endedAt: momentColumn('ended_at')
	},
	(t) => [index('jim_share_relation').on(t.relationId)]
);

/** What a parent thinks of the JIM, in three values and own words, and the yes or no to reading along. */
export const jimParentView = sqliteTable(
	'jim_parent_view',
	{
		relationId: text('relation_id')
			.$type<JimId>()
			.notNull()
			.references(() => jim.id),
		parentId: text('parent_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		says: text('says').$type<ParentSays>().notNull(),
		words: text('words'),
		/** Of a youth under 16: whether the JIM may read what the youth shares of the plan (facts 5.1). */
		mayRead: integer('may_read', { mode: 'boolean' }).notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.relationId, t.parentId] })]
);

/** How a JIM sees a goal of the youth. It stands beside the goal when the youth wants that. */
export const jimView = sqliteTable(
	'jim_view',
	{
		id: text('id').$type<JimViewId>().primaryKey(),
		relationId: text('relation_id')
			.$type<JimId>()
			.notNull()
			.references(() => jim.id),
		goalId: text('goal_id').$type<GoalId>().notNull(),
		words: text('words').notNull(),
		at: momentColumn('at').notNull(),
		/** When the youth put it beside the goal; empty as long as only the two read it. */
		shownAt: momentColumn('shown_at')
	},
	(t) => [index('jim_view_relation').on(t.relationId), index('jim_view_goal').on(t.goalId)]
);

/** The regisseur asked a youth, and the JIM if there is one, how it goes (feature J8). */
export const progressAsk = sqliteTable(
	'progress_ask',
	{
		id: text('id').$type<ProgressAskId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		youthId: text('youth_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		byId: text('by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		askedOn: dayColumn('asked_on').notNull()
	},
	(t) => [index('progress_ask_family').on(t.familyId)]
);

/** A note between youth and JIM, under the key of the two. */
export const jimNote = sqliteTable(
	'jim_note',
	{
		id: text('id').$type<JimNoteId>().primaryKey(),
		relationId: text('relation_id')
			.$type<JimId>()
			.notNull()
			.references(() => jim.id),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		sealed: text('sealed').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('jim_note_relation').on(t.relationId)]
);

/** One line on the agenda of the first talk, in somebody's own words. */
export const jimTalkLine = sqliteTable(
	'jim_talk_line',
	{
		id: text('id').$type<TalkLineId>().primaryKey(),
		relationId: text('relation_id')
			.$type<JimId>()
			.notNull()
			.references(() => jim.id),
		topic: text('topic').$type<TalkTopic>().notNull(),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('jim_talk_line_relation').on(t.relationId)]
);
