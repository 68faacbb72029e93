import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type {
	BasicState,
	Domain,
	Field,
	ItemId,
	Part,
	PartShareId,
	Question,
	RemindBy,
	StayId,
	StayKind,
	TimelineMarkId,
	ToekomstplanId
} from '#lib/toekomstplan/model.ts';
import type { DeviceId } from '#lib/toekomstplan/device.model.ts';
import type { OfferId, OfferKind } from '#lib/toekomstplan/offer.model.ts';
import type { TipId } from '#lib/toekomstplan/tip.model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/** A youth's own plan for 16 to 27. Nobody else makes it, and it belongs to no family. */
export const toekomstplan = sqliteTable('toekomstplan', {
	id: text('id').$type<ToekomstplanId>().primaryKey(),
	personId: text('person_id')
		.$type<PersonId>()
		.notNull()
		.unique()
		.references(() => person.id),
	startedAt: momentColumn('started_at').notNull(),
	/** Where reminders come: the youth chooses. */
	remindBy: text('remind_by').$type<RemindBy>().notNull().default('portaal')
});

const planId = () =>
	text('plan_id')
		.$type<ToekomstplanId>()
		.notNull()
		.references(() => toekomstplan.id);

/** What the youth wrote in one field. */
export const toekomstWords = sqliteTable(
	'toekomst_words',
	{
		planId: planId(),
		domain: text('domain').$type<Domain>().notNull(),
		field: text('field').$type<Field>().notNull(),
		words: text('words').notNull(),
		/** Counts the changes, so that two tabs never overwrite each other. */
		revision: integer('revision').notNull(),
		changedAt: momentColumn('changed_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.planId, t.domain, t.field] })]
);

/** The youth lets one person see one part: a row for each time it began. */
export const toekomstShare = sqliteTable(
	'toekomst_share',
	{
		id: text('id').$type<PartShareId>().primaryKey(),
		planId: planId(),
		part: text('part').$type<Part>().notNull(),
		withId: text('with_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		startedAt: momentColumn('started_at').notNull(),
		endedAt: momentColumn('ended_at')
	},
	(t) => [index('toekomst_share_plan').on(t.planId), index('toekomst_share_with').on(t.withId)]
);

/** A yes/no question about the timeline, as far as the youth answered it. */
export const toekomstAnswer = sqliteTable(
	'toekomst_answer',
	{
		planId: planId(),
		question: text('question').$type<Question>().notNull(),
		says: text('says').$type<'ja' | 'nee'>().notNull()
	},
	(t) => [primaryKey({ columns: [t.planId, t.question] })]
);

/**
 * A regisseur asked a youth to make a plan, or talked about it. Says nothing of whether there is one,
 * and stays when the youth wipes it.
 */
export const toekomstOffer = sqliteTable(
	'toekomst_offer',
	{
		id: text('id').$type<OfferId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<OfferKind>().notNull(),
		on: dayColumn('on').notNull(),
		byId: text('by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id)
	},
	(t) => [index('toekomst_offer_person').on(t.personId)]
);

/** A text that somebody suggests for one question. What the youth did with it is kept nowhere. */
export const toekomstTip = sqliteTable(
	'toekomst_tip',
	{
		id: text('id').$type<TipId>().primaryKey(),
		planId: planId(),
		domain: text('domain').$type<Domain>().notNull(),
		field: text('field').$type<Field>().notNull(),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		/** Null once the youth decided, whatever it was. */
		words: text('words'),
		at: momentColumn('at').notNull()
	},
	(t) => [index('toekomst_tip_plan').on(t.planId)]
);

/** What the youth said about one item of the timeline: done, not for me, remind me. */
export const toekomstMark = sqliteTable(
	'toekomst_mark',
	{
		id: text('id').$type<TimelineMarkId>().primaryKey(),
		planId: planId(),
		item: text('item').$type<ItemId>().notNull(),
		state: text('state').$type<'gedaan' | 'niet'>(),
		remindOn: dayColumn('remind_on'),
		/** The mail about it was put in the outbox. */
		mailedAt: momentColumn('mailed_at')
	},
	(t) => [uniqueIndex('toekomst_mark_item').on(t.planId, t.item)]
);

/** How one of the five basics stands, in the youth's own eyes. */
export const toekomstBasic = sqliteTable(
	'toekomst_basic',
	{
		planId: planId(),
		basic: text('basic').$type<Domain>().notNull(),
		state: text('state').$type<BasicState>().notNull()
	},
	(t) => [primaryKey({ columns: [t.planId, t.basic] })]
);

/** Somebody is asked by the youth to stay after 18, or to go on looking for who stays. */
export const toekomstStay = sqliteTable(
	'toekomst_stay',
	{
		id: text('id').$type<StayId>().primaryKey(),
		planId: planId(),
		kind: text('kind').$type<StayKind>().notNull(),
		/** The professional who is asked to go on looking. */
		personId: text('person_id')
			.$type<PersonId>()
			.references(() => person.id),
		/** Who is asked, as the youth calls this person. */
		name: text('name').notNull(),
		/** Of the link that the youth hands over. */
		tokenHash: text('token_hash').notNull().unique(),
		askedAt: momentColumn('asked_at').notNull(),
		/** Until when the first answer can be given; who answered can come back on it. */
		expiresAt: momentColumn('expires_at').notNull(),
		says: text('says').$type<'ja' | 'nee'>(),
		answeredAt: momentColumn('answered_at'),
		withdrawnAt: momentColumn('withdrawn_at')
	},
	(t) => [index('toekomst_stay_plan').on(t.planId)]
);

/**
 * A browser that may hold words which could not be sent yet. Without this row nobody reads them there: it
 * has the only key.
 */
export const toekomstDevice = sqliteTable(
	'toekomst_device',
	{
		id: text('id').$type<DeviceId>().primaryKey(),
		planId: planId(),
		/** Of the secret by which the browser is known. */
		tokenHash: text('token_hash').notNull(),
		/** Closed under the deployment's key. */
		sealedKey: text('sealed_key').notNull(),
		until: momentColumn('until').notNull()
	},
	(t) => [
		uniqueIndex('toekomst_device_browser').on(t.planId, t.tokenHash),
		index('toekomst_device_token').on(t.tokenHash)
	]
);
