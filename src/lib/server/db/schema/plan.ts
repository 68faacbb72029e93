import { sql } from 'drizzle-orm';
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
	ExitId,
	ExitState,
	GoalGroup,
	GoalId,
	KaderId,
	PlanId,
	ScoreId,
	SituationId,
	StepId,
	StepState
} from '#lib/plan/model.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { ProposalId, ProposalState } from '#lib/plan/proposal.model.ts';
import type { Cause, ItemContent, ItemKind } from '#lib/plan/version.model.ts';
import { dayColumn, momentColumn } from './columns.ts';
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
		reviewWords: text('review_words'),
		/** How the help ends, and the family goes on without it (P15). */
		endWords: text('end_words'),
		/** What happens if it goes wrong again: the relapse scenario (P15). */
		relapseWords: text('relapse_words'),
		/** Number of the newest version; 0 for a plan without any. */
		version: integer('version').notNull().default(0),
		/** The version that was set to agreed, by whom and when. Later versions are not agreed on yet. */
		agreedVersion: integer('agreed_version'),
		agreedOn: dayColumn('agreed_on'),
		agreedBy: text('agreed_by').$type<PersonId>()
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
		state: text('state').$type<StepState>().notNull(),
		/** Who set the state last, and when: the regisseur's word is shown as such. */
		stateBy: text('state_by').$type<PersonId>(),
		stateOn: dayColumn('state_on')
	},
	(t) => [index('step_goal').on(t.goalId)]
);

/** What must be reached before a measure can end (P12): who judges it, and where it stands. */
export const exitCondition = sqliteTable(
	'exit_condition',
	{
		id: text('id').$type<ExitId>().primaryKey(),
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		position: integer('position').notNull(),
		childId: text('child_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		/** Who judges whether it is reached, in words: "de jeugdbeschermer, samen met school". */
		judge: text('judge').notNull(),
		state: text('state').$type<ExitState>().notNull(),
		stateWords: text('state_words')
	},
	(t) => [index('exit_condition_plan').on(t.planId)]
);

/** One answer to the scaling question of a goal: how far are we, from 0 to 10. Never changed. */
export const goalScore = sqliteTable(
	'goal_score',
	{
		id: text('id').$type<ScoreId>().primaryKey(),
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		/** No foreign key: an older version of the plan may be restored, without this goal. */
		goalId: text('goal_id').$type<GoalId>().notNull(),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		score: integer('score').notNull(),
		words: text('words'),
		at: momentColumn('at').notNull()
	},
	(t) => [index('goal_score_goal').on(t.goalId)]
);

/** One change of the plan: who, when and why. What changed is in `plan_version_item`. */
export const planVersion = sqliteTable(
	'plan_version',
	{
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		/** 1, 2, 3 within the plan. */
		number: integer('number').notNull(),
		at: momentColumn('at').notNull(),
		/** Empty when the case system wrote it. */
		authorId: text('author_id').$type<PersonId>(),
		cause: text('cause').$type<Cause>().notNull(),
		/** The version that was put back, for the cause `restore`. */
		restored: integer('restored')
	},
	(t) => [primaryKey({ columns: [t.planId, t.number] })]
);

/** One item that a version made, changed or took out: only what changed is kept, before and after. */
export const planVersionItem = sqliteTable(
	'plan_version_item',
	{
		planId: text('plan_id').$type<PlanId>().notNull(),
		number: integer('number').notNull(),
		kind: text('kind').$type<ItemKind>().notNull(),
		itemId: text('item_id').notNull(),
		before: text('before', { mode: 'json' }).$type<ItemContent>(),
		after: text('after', { mode: 'json' }).$type<ItemContent>()
	},
	(t) => [primaryKey({ columns: [t.planId, t.number, t.kind, t.itemId] })]
);

/** A change that someone proposes: it enters when the regisseur and whom it concerns accept it. */
export const proposal = sqliteTable(
	'proposal',
	{
		id: text('id').$type<ProposalId>().primaryKey(),
		planId: text('plan_id')
			.$type<PlanId>()
			.notNull()
			.references(() => plan.id),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		at: momentColumn('at').notNull(),
		kind: text('kind').$type<ItemKind>().notNull(),
		itemId: text('item_id').notNull(),
		before: text('before', { mode: 'json' }).$type<ItemContent>(),
		after: text('after', { mode: 'json' }).$type<ItemContent>().notNull(),
		/** Why, in the proposer's own words. */
		words: text('words'),
		state: text('state').$type<ProposalState>().notNull(),
		closedAt: momentColumn('closed_at')
	},
	(t) => [index('proposal_plan').on(t.planId)]
);

/** What one person said to a proposal. Nobody says it for another. */
export const proposalAnswer = sqliteTable(
	'proposal_answer',
	{
		proposalId: text('proposal_id')
			.$type<ProposalId>()
			.notNull()
			.references(() => proposal.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		accepts: integer('accepts', { mode: 'boolean' }).notNull(),
		words: text('words'),
		at: momentColumn('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.proposalId, t.personId] })]
);
