import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import { exitCondition, goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';
import type { PlanId } from '../model.ts';

const KADER = {
	id: kader.id,
	childId: kader.childId,
	kind: kader.kind,
	from: kader.from,
	until: kader.until,
	decidedBy: kader.decidedBy,
	decidedOn: kader.decidedOn
};

const SITUATION = {
	id: situation.id,
	position: situation.position,
	ownWords: situation.ownWords,
	professionalWords: situation.professionalWords,
	children: situation.children
};

const GOAL = {
	id: goal.id,
	position: goal.position,
	group: goal.group,
	ownWords: goal.ownWords,
	professionalWords: goal.professionalWords,
	resultWords: goal.resultWords,
	children: goal.children
};

const STEP = {
	id: step.id,
	position: step.position,
	goalId: step.goalId,
	title: step.title,
	ownerId: step.ownerId,
	due: step.due,
	state: step.state,
	stateBy: step.stateBy,
	stateOn: step.stateOn
};

const EXIT = {
	id: exitCondition.id,
	position: exitCondition.position,
	childId: exitCondition.childId,
	words: exitCondition.words,
	judge: exitCondition.judge,
	state: exitCondition.state,
	stateWords: exitCondition.stateWords
};

const selectPlan = (read: Reader, where: SQL | undefined) =>
	read
		.select({
			id: plan.id,
			reviewOn: plan.reviewOn,
			reviewWords: plan.reviewWords,
			endWords: plan.endWords,
			relapseWords: plan.relapseWords,
			version: plan.version,
			agreedVersion: plan.agreedVersion,
			agreedOn: plan.agreedOn,
			situations: listOf(SITUATION, sql`FROM ${situation} WHERE ${situation.planId} = ${plan.id}`),
			goals: listOf(GOAL, sql`FROM ${goal} WHERE ${goal.planId} = ${plan.id}`),
			steps: listOf(
				STEP,
				sql`FROM ${step} JOIN ${goal} ON ${goal.id} = ${step.goalId} WHERE ${goal.planId} = ${plan.id}`
			),
			exits: listOf(EXIT, sql`FROM ${exitCondition} WHERE ${exitCondition.planId} = ${plan.id}`)
		})
		.from(plan)
		.where(where)
		.prepare();

const activePlan = prepared((read) =>
	selectPlan(read, and(eq(plan.familyId, sql.placeholder('family')), eq(plan.state, 'active')))
);

const planById = prepared((read) => selectPlan(read, eq(plan.id, sql.placeholder('plan'))));

const kaders = prepared((read) =>
	read
		.select(KADER)
		.from(kader)
		.where(eq(kader.familyId, sql.placeholder('family')))
		.orderBy(kader.from)
		.prepare()
);

export const kaderRows = async (read: Reader, family: FamilyId) => kaders(read).all({ family });

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

type Read = NonNullable<Awaited<ReturnType<ReturnType<typeof activePlan>['get']>>>;

const sorted = (row: Read | undefined) =>
	row && {
		...row,
		situations: row.situations.toSorted(byPosition),
		goals: row.goals.toSorted(byPosition),
		steps: row.steps.toSorted(byPosition),
		exits: row.exits.toSorted(byPosition)
	};

/** A plan as it lies in the tables. */
export type PlanRow = NonNullable<ReturnType<typeof sorted>>;

/** The active plan of a family with everything in it, in one read; undefined when there is none. */
export const planRow = async (read: Reader, family: FamilyId): Promise<PlanRow | undefined> =>
	sorted(await activePlan(read).get({ family }));

/** A plan by its own id, also one that is closed. */
export const planRowById = async (read: Reader, id: PlanId): Promise<PlanRow | undefined> =>
	sorted(await planById(read).get({ plan: id }));
