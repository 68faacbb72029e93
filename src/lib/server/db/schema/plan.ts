import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type {
	GoalGroup,
	GoalId,
	KaderId,
	KaderKind,
	PlanId,
	SituationId,
	StepId,
	StepState
} from '#lib/plan/model.ts';
import { dayColumn } from './columns.ts';
import { family, person } from './family.ts';

/** The legal frame in which a child gets help. Several can hold at once. */
export const kader = sqliteTable(
	'kader',
	{
		id: text('id').$type<KaderId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<KaderKind>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until'),
		/** Who decided, in words: "de kinderrechter", "u en het wijkteam samen". */
		decidedBy: text('decided_by').notNull(),
		decidedOn: dayColumn('decided_on')
	},
	(t) => [index('kader_family').on(t.familyId)]
);

export const plan = sqliteTable(
	'plan',
	{
		id: text('id').$type<PlanId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		state: text('state').$type<'active' | 'closed'>().notNull(),
		from: dayColumn('from').notNull(),
		reviewOn: dayColumn('review_on'),
		reviewWords: text('review_words')
	},
	// A family has exactly one active plan, for all its children and all providers (P1).
	(t) => [
		uniqueIndex('plan_one_active')
			.on(t.familyId)
			.where(sql`state = 'active'`)
	]
);

/** Step 1 of the plan, "what is going on": each part names the children it is about. */
export const situation = sqliteTable(
	'situation',
	{
		id: text('id').$type<SituationId>().primaryKey(),
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		position: integer('position').notNull(),
		ownWords: text('own_words').notNull(),
		professionalWords: text('professional_words'),
		/** The children this is about. Read whole, written whole, never searched in. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull()
	},
	(t) => [index('situation_plan').on(t.planId)]
);

export const goal = sqliteTable(
	'goal',
	{
		id: text('id').$type<GoalId>().primaryKey(),
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		position: integer('position').notNull(),
		group: text('group').$type<GoalGroup>().notNull(),
		ownWords: text('own_words').notNull(),
		professionalWords: text('professional_words'),
		/** Step 4 of the plan, "is it reached": what the family sees of it so far. */
		resultWords: text('result_words'),
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull()
	},
	(t) => [index('goal_plan').on(t.planId)]
);

export const step = sqliteTable(
	'step',
	{
		id: text('id').$type<StepId>().primaryKey(),
		goalId: text('goal_id')
			.$type<GoalId>()
			.notNull()
			.references(() => goal.id),
		position: integer('position').notNull(),
		title: text('title').notNull(),
		ownerId: text('owner_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		due: dayColumn('due'),
		state: text('state').$type<StepState>().notNull()
	},
	(t) => [index('step_goal').on(t.goalId)]
);
