import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type {
	Exclusion,
	InvitationToGroupId,
	OwnPlanAct,
	OwnPlanEventId,
	OwnPlanId,
	OwnPlanState,
	PieceId,
	PieceKind
} from '#lib/familiegroepsplan/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

/** The plan that a family makes itself (familiegroepsplan). A family without a row was offered none. */
export const ownPlan = sqliteTable(
	'own_plan',
	{
		id: text('id').$type<OwnPlanId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		state: text('state').$type<OwnPlanState>().notNull(),
		/** The day on which this state began. */
		since: dayColumn('since').notNull(),
		/** The children it is about. Read whole, written whole, never searched in. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull()
	},
	(t) => [uniqueIndex('own_plan_family').on(t.familyId), index('own_plan_state').on(t.state)]
);

/** What was done with it, one row an act; rows are only added. */
export const ownPlanEvent = sqliteTable(
	'own_plan_event',
	{
		id: text('id').$type<OwnPlanEventId>().primaryKey(),
		ownPlanId: text('own_plan_id')
			.$type<OwnPlanId>()
			.notNull()
			.references(() => ownPlan.id),
		act: text('act').$type<OwnPlanAct>().notNull(),
		byId: text('by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		on: dayColumn('on').notNull(),
		at: momentColumn('at').notNull(),
		words: text('words'),
		/** Why the regisseur made no offer. */
		exclusion: text('exclusion').$type<Exclusion>()
	},
	(t) => [index('own_plan_event_plan').on(t.ownPlanId)]
);

/** Who was asked by a parent to write along, and by whom. */
export const ownPlanInvitation = sqliteTable(
	'own_plan_invitation',
	{
		id: text('id').$type<InvitationToGroupId>().primaryKey(),
		ownPlanId: text('own_plan_id')
			.$type<OwnPlanId>()
			.notNull()
			.references(() => ownPlan.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		invitedById: text('invited_by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		invitedAt: momentColumn('invited_at').notNull(),
		endedAt: momentColumn('ended_at')
	},
	(t) => [uniqueIndex('own_plan_invitation_pair').on(t.ownPlanId, t.personId, t.invitedById)]
);

/** What somebody of the group wrote. No professional reads a row without `released_at`. */
export const ownPlanPiece = sqliteTable(
	'own_plan_piece',
	{
		id: text('id').$type<PieceId>().primaryKey(),
		ownPlanId: text('own_plan_id')
			.$type<OwnPlanId>()
			.notNull()
			.references(() => ownPlan.id),
		kind: text('kind').$type<PieceKind>().notNull(),
		/** The goal of a step; empty when that goal was taken away. */
		goalId: text('goal_id').$type<PieceId>(),
		words: text('words').notNull(),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		ownerId: text('owner_id')
			.$type<PersonId>()
			.references(() => person.id),
		due: dayColumn('due'),
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		createdAt: momentColumn('created_at').notNull(),
		changedAt: momentColumn('changed_at'),
		releasedAt: momentColumn('released_at')
	},
	(t) => [index('own_plan_piece_plan').on(t.ownPlanId)]
);
