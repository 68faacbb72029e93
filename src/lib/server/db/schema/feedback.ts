import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FamilyId, OrganisationId, RegionId } from '#lib/family/model.ts';
import type { DeliveryInformant } from '#lib/feedback/delivery.model.ts';
import type { AgeBand, Criterion, HelpKind, Informant, Quarter } from '#lib/feedback/model.ts';
import type { StoryId, StoryState } from '#lib/feedback/story.model.ts';
import type { EndReason, TrajectoryId } from '#lib/feedback/trajectory.model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { dayColumn } from './columns.ts';
import { family, organisation, person, region } from './family.ts';

/** One kind of help of one provider to one child, from when until when and how it ended. */
export const trajectory = sqliteTable(
	'trajectory',
	{
		id: text('id').$type<TrajectoryId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		providerId: text('provider_id')
			.$type<OrganisationId>()
			.notNull()
			.references(() => organisation.id),
		help: text('help').$type<HelpKind>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until'),
		reason: text('reason').$type<EndReason>(),
		/** The quarter in which its end counts; stays when the end is told again. */
		countsIn: text('counts_in').$type<Quarter>()
	},
	(t) => [
		index('trajectory_family').on(t.familyId),
		index('trajectory_counts_in').on(t.countsIn),
		index('trajectory_until').on(t.until)
	]
);

/** The key of a quarter's pseudonyms. Empty once the quarter was published: nobody can make it again (D11). */
export const quarterKey = sqliteTable('quarter_key', {
	quarter: text('quarter').$type<Quarter>().primaryKey(),
	key: text('key')
});

const answerColumns = () => ({
	quarter: text('quarter').$type<Quarter>().notNull(),
	/** A keyed pseudonym of who answers what: the same answer again finds its own row. */
	id: text('id').notNull(),
	criterion: text('criterion').$type<Criterion>().notNull(),
	question: text('question').notNull(),
	/** Of the questions, when this was answered. */
	version: integer('version').notNull(),
	informant: text('informant').$type<Informant>().notNull(),
	/** Pseudonyms of the family, who answers and the regisseur. */
	family: text('family').notNull(),
	respondent: text('respondent').notNull(),
	regisseur: text('regisseur').notNull(),
	value: integer('value').notNull(),
	region: text('region').$type<RegionId>().notNull(),
	ageBand: text('age_band').$type<AgeBand>(),
	help: text('help').$type<HelpKind>(),
	kader: text('kader'),
	organisation: text('organisation').$type<OrganisationId>(),
	/** From the open form: no family of the portal stands behind it. */
	open: integer('open', { mode: 'boolean' }).notNull()
});

/**
 * One answer to one question: no person, no moment. `WITHOUT ROWID` (the migration says it, a test
 * keeps it): a hidden row number would count the answers as they came.
 */
export const feedbackAnswer = sqliteTable('feedback_answer', answerColumns(), (t) => [
	primaryKey({ columns: [t.quarter, t.id] })
]);

/** Answers that wait until enough are there to be mixed. Also `WITHOUT ROWID`. */
export const feedbackWaiting = sqliteTable('feedback_waiting', answerColumns(), (t) => [
	primaryKey({ columns: [t.quarter, t.id] })
]);

/** Words of somebody who may still take them back: not yet a story for others. Also `WITHOUT ROWID`. */
export const story = sqliteTable('story', {
	id: text('id').$type<StoryId>().primaryKey(),
	authorId: text('author_id')
		.$type<PersonId>()
		.notNull()
		.references(() => person.id),
	regionId: text('region_id')
		.$type<RegionId>()
		.notNull()
		.references(() => region.id),
	/** As it was written; once somebody edited it, the edited words and nothing of the earlier ones. */
	words: text('words').notNull(),
	state: text('state').$type<StoryState>().notNull()
});

/** An edited story that its author agreed to. Also `WITHOUT ROWID`. */
export const toldStory = sqliteTable(
	'told_story',
	{
		quarter: text('quarter').$type<Quarter>().notNull(),
		id: text('id').$type<StoryId>().notNull(),
		regionId: text('region_id')
			.$type<RegionId>()
			.notNull()
			.references(() => region.id),
		/** Pseudonym of the author, to count authors; empty after publication. */
		author: text('author'),
		words: text('words').notNull()
	},
	(t) => [primaryKey({ columns: [t.quarter, t.id] })]
);

/**
 * Somebody's own yes that a provider may have these values, about one record: not anonymous, so it shares
 * no id, order or time with answers. Also `WITHOUT ROWID`.
 */
export const deliveryValue = sqliteTable(
	'delivery_value',
	{
		trajectoryId: text('trajectory_id')
			.$type<TrajectoryId>()
			.notNull()
			.references(() => trajectory.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		informant: text('informant').$type<DeliveryInformant>().notNull(),
		/** Criterion 2 and criterion 3.1; both empty once they were sent. */
		use: integer('use'),
		independent: integer('independent'),
		/** The quarter in whose file the record went; empty as long as it waits. */
		deliveredIn: text('delivered_in').$type<Quarter>()
	},
	(t) => [primaryKey({ columns: [t.trajectoryId, t.personId] })]
);
