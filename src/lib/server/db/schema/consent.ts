import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type {
	IncapacityId,
	RestrictionId,
	ShareId,
	SupportId,
	SupportKind
} from '#lib/consent/model.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/** A youth lets one named person see the youth's part of the plan. Only the youth makes or ends it. */
export const share = sqliteTable(
	'share',
	{
		id: text('id').$type<ShareId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		withId: text('with_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		/** Why, in one line of the youth's own. */
		why: text('why'),
		startedAt: momentColumn('started_at').notNull(),
		endedAt: momentColumn('ended_at')
	},
	(t) => [
		uniqueIndex('share_pair').on(t.familyId, t.childId, t.withId),
		index('share_family').on(t.familyId)
	]
);

/**
 * A parent lets somebody read along: a row for each time it began. What the supporter sees is decided
 * at each request, from what this parent may see then.
 */
export const support = sqliteTable(
	'support',
	{
		id: text('id').$type<SupportId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		parentId: text('parent_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		supporterId: text('supporter_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<SupportKind>().notNull(),
		/** The children whose part this parent lets the supporter see. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		/** Why, in one line of the parent's own. */
		why: text('why'),
		startedAt: momentColumn('started_at').notNull(),
		endedAt: momentColumn('ended_at'),
		/** From this day on it no longer holds; open when empty. */
		until: dayColumn('until')
	},
	(t) => [
		index('support_family').on(t.familyId),
		index('support_parent').on(t.parentId),
		index('support_supporter').on(t.supporterId)
	]
);

/** A parent's view of one child is restricted: written reason, second professional, end date (A12). */
export const restriction = sqliteTable(
	'restriction',
	{
		id: text('id').$type<RestrictionId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		parentId: text('parent_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		reason: text('reason').notNull(),
		professionalId: text('professional_id').$type<PersonId>().notNull(),
		secondProfessionalId: text('second_professional_id').$type<PersonId>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until').notNull()
	},
	(t) => [index('restriction_family').on(t.familyId)]
);

/** A child of 12 or older cannot judge its own interests in this (Jeugdwet 7.3.15): reason and review date. */
export const incapacity = sqliteTable(
	'incapacity',
	{
		id: text('id').$type<IncapacityId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		reason: text('reason').notNull(),
		professionalId: text('professional_id').$type<PersonId>().notNull(),
		from: dayColumn('from').notNull(),
		reviewBy: dayColumn('review_by').notNull()
	},
	(t) => [index('incapacity_family').on(t.familyId)]
);
