import { and, eq, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import { goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';

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
	state: step.state
};

const wholePlan = prepared((read) =>
	read
		.select({
			id: plan.id,
			reviewOn: plan.reviewOn,
			reviewWords: plan.reviewWords,
			situations: listOf(SITUATION, sql`FROM ${situation} WHERE ${situation.planId} = ${plan.id}`),
			goals: listOf(GOAL, sql`FROM ${goal} WHERE ${goal.planId} = ${plan.id}`),
			steps: listOf(
				STEP,
				sql`FROM ${step} JOIN ${goal} ON ${goal.id} = ${step.goalId} WHERE ${goal.planId} = ${plan.id}`
			)
		})
		.from(plan)
		.where(and(eq(plan.familyId, sql.placeholder('family')), eq(plan.state, 'active')))
		.prepare()
);

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

/** The active plan of a family with everything in it, in one read; undefined when there is none. */
export async function planRow(read: Reader, family: FamilyId) {
	const row = await wholePlan(read).get({ family });
	return (
		row && {
			...row,
			situations: row.situations.toSorted(byPosition),
			goals: row.goals.toSorted(byPosition),
			steps: row.steps.toSorted(byPosition)
		}
	);
}
