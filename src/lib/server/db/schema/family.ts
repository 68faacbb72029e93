import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type {
	AssignmentId,
	FamilyId,
	GezagId,
	GezagKind,
	HouseholdId,
	OrganisationId,
	OrganisationKind,
	ParticipantId,
	RegionId,
	RegisseurWord,
	Relation,
	Weekday
} from '#lib/family/model.ts';
import { dayColumn, momentColumn } from './columns.ts';

export const region = sqliteTable('region', {
	id: text('id').$type<RegionId>().primaryKey(),
	name: text('name').notNull(),
	/** The word this region uses: regisseur, casusregisseur or procesregisseur (facts 1.14). */
	regisseurWord: text('regisseur_word').$type<RegisseurWord>().notNull()
});

export const organisation = sqliteTable('organisation', {
	id: text('id').$type<OrganisationId>().primaryKey(),
	regionId: text('region_id')
		.$type<RegionId>()
		.notNull()
		.references(() => region.id),
	name: text('name').notNull(),
	kind: text('kind').$type<OrganisationKind>().notNull(),
	phone: text('phone')
});

/** Everyone the portal knows. The id is the case system's own; `source` may change it, nobody else. */
export const person = sqliteTable('person', {
	id: text('id').$type<PersonId>().primaryKey(),
	source: text('source').$type<OrganisationId>().notNull(),
	givenName: text('given_name').notNull(),
	familyName: text('family_name').notNull(),
	birthDate: dayColumn('birth_date'),
	language: text('language').notNull()
});

export const professional = sqliteTable('professional', {
	personId: text('person_id')
		.$type<PersonId>()
		.primaryKey()
		.references(() => person.id),
	organisationId: text('organisation_id')
		.$type<OrganisationId>()
		.notNull()
		.references(() => organisation.id),
	role: text('role').notNull(),
	phone: text('phone'),
	workingDays: text('working_days', { mode: 'json' }).$type<Weekday[]>().notNull()
});

export const family = sqliteTable('family', {
	id: text('id').$type<FamilyId>().primaryKey(),
	regionId: text('region_id')
		.$type<RegionId>()
		.notNull()
		.references(() => region.id),
	source: text('source')
		.$type<OrganisationId>()
		.notNull()
		.references(() => organisation.id),
	/** When the newest message about this family was sent: an older one changes nothing. */
	knownUntil: momentColumn('known_until').notNull()
});

/** Who stands in which relation to a family, from when until when. */
export const participant = sqliteTable(
	'participant',
	{
		id: text('id').$type<ParticipantId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		relation: text('relation').$type<Relation>().notNull(),
		/** In the family's words: "oma van vaders kant". */
		relationWords: text('relation_words'),
		/** Place in the row of magnets; each person of a family has another. */
		magnet: integer('magnet').notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until')
	},
	(t) => [
		uniqueIndex('participant_family_person').on(t.familyId, t.personId),
		index('participant_person').on(t.personId)
	]
);

/** A place where people of the family live. Never visible to another household. */
export const household = sqliteTable('household', {
	id: text('id').$type<HouseholdId>().primaryKey(),
	familyId: text('family_id')
		.$type<FamilyId>()
		.notNull()
		.references(() => family.id),
	street: text('street'),
	postcode: text('postcode'),
	town: text('town'),
	addressHidden: integer('address_hidden', { mode: 'boolean' }).notNull()
});

export const householdMember = sqliteTable(
	'household_member',
	{
		householdId: text('household_id')
			.$type<HouseholdId>()
			.notNull()
			.references(() => household.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		email: text('email'),
		phone: text('phone')
	},
	(t) => [
		uniqueIndex('household_member_pair').on(t.householdId, t.personId),
		index('household_member_person').on(t.personId)
	]
);

export const gezag = sqliteTable(
	'gezag',
	{
		id: text('id').$type<GezagId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		holderId: text('holder_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<GezagKind>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until')
	},
	(t) => [index('gezag_family').on(t.familyId), index('gezag_holder').on(t.holderId)]
);

export const regisseurAssignment = sqliteTable(
	'regisseur_assignment',
	{
		id: text('id').$type<AssignmentId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => professional.personId),
		from: dayColumn('from').notNull(),
		until: dayColumn('until'),
		/** Why this person came, in words the family may read. */
		reason: text('reason').notNull(),
		standInId: text('stand_in_id')
			.$type<PersonId>()
			.references(() => professional.personId),
		standInFrom: dayColumn('stand_in_from'),
		standInUntil: dayColumn('stand_in_until')
	},
	(t) => [
		index('regisseur_assignment_family').on(t.familyId),
		index('regisseur_assignment_person').on(t.personId),
		index('regisseur_assignment_stand_in').on(t.standInId)
	]
);
