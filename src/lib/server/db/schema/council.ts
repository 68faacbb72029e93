import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AdviceId, CouncilSeatId, Seat, PublishedStoryId } from '#lib/council/model.ts';
import type { Aspect, Dimension, Figure } from '#lib/council/table.model.ts';
import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import type { Criterion, Informant, Quarter } from '#lib/feedback/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { dayColumn } from './columns.ts';
import { organisation, person } from './family.ts';

/** Who sits in the council of an organisation, or answers it, from when until when. */
export const councilSeat = sqliteTable(
	'council_seat',
	{
		id: text('id').$type<CouncilSeatId>().primaryKey(),
		organisationId: text('organisation_id')
			.$type<OrganisationId>()
			.notNull()
			.references(() => organisation.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		seat: text('seat').$type<Seat>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until')
	},
	(t) => [
		index('council_seat_organisation').on(t.organisationId),
		index('council_seat_person').on(t.personId)
	]
);

/** A quarter whose tables are frozen. Append-only. */
export const publishedQuarter = sqliteTable('published_quarter', {
	quarter: text('quarter').$type<Quarter>().primaryKey(),
	on: dayColumn('on').notNull(),
	/** SHA-256 of the tables: tells whether anybody touched them since. */
	digest: text('digest').notNull()
});

/** The audit found something in the tables of this quarter, last on this day. Gone once it is published. */
export const stoppedQuarter = sqliteTable('stopped_quarter', {
	quarter: text('quarter').$type<Quarter>().primaryKey(),
	on: dayColumn('on').notNull()
});

/** One place in the tables. Without a value it is hidden, and nothing says why. Append-only. */
export const publishedCell = sqliteTable(
	'published_cell',
	{
		quarter: text('quarter')
			.$type<Quarter>()
			.notNull()
			.references(() => publishedQuarter.quarter),
		population: text('population').notNull(),
		criterion: text('criterion').$type<Criterion>().notNull(),
		informant: text('informant').$type<Informant>().notNull(),
		dimension: text('dimension').$type<Dimension>().notNull(),
		aspect: text('aspect').$type<Aspect>().notNull(),
		category: text('category').notNull(),
		/** Order in the tables: of the catalogue, never of size. */
		place: integer('place').notNull(),
		families: integer('families'),
		value: real('value'),
		bound: text('bound').$type<Figure['bound']>()
	},
	(t) => [
		primaryKey({
			columns: [
				t.population,
				t.criterion,
				t.informant,
				t.dimension,
				t.quarter,
				t.aspect,
				t.category
			]
		})
	]
);

/** A story of a region, from ten authors on. Its number and place say nothing about when it came. Append-only. */
export const publishedStory = sqliteTable(
	'published_story',
	{
		id: text('id').$type<PublishedStoryId>().primaryKey(),
		quarter: text('quarter')
			.$type<Quarter>()
			.notNull()
			.references(() => publishedQuarter.quarter),
		region: text('region').$type<RegionId>().notNull(),
		words: text('words').notNull()
	},
	(t) => [index('published_story_region').on(t.region, t.quarter)]
);

/** What a council found and advises. Append-only. */
export const advice = sqliteTable(
	'advice',
	{
		id: text('id').$type<AdviceId>().primaryKey(),
		organisationId: text('organisation_id')
			.$type<OrganisationId>()
			.notNull()
			.references(() => organisation.id),
		quarter: text('quarter').$type<Quarter>().notNull(),
		criterion: text('criterion').$type<Criterion>().notNull(),
		finding: text('finding').notNull(),
		advice: text('advice').notNull(),
		givenOn: dayColumn('given_on').notNull(),
		askedBy: dayColumn('asked_by').notNull()
	},
	(t) => [index('advice_organisation').on(t.organisationId)]
);

/** The organisation's reasoned answer, once. Append-only. */
export const adviceAnswer = sqliteTable('advice_answer', {
	adviceId: text('advice_id')
		.$type<AdviceId>()
		.primaryKey()
		.references(() => advice.id),
	words: text('words').notNull(),
	improvement: text('improvement').notNull(),
	chosenWith: text('chosen_with').notNull(),
	measuredIn: text('measured_in').$type<Quarter>().notNull(),
	on: dayColumn('on').notNull()
});
