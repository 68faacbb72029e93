import { and, eq, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';
import type { PlanId } from '../model.ts';

const kaders = prepared((read) =>
	read
		.select({
			id: kader.id,
			childId: kader.childId,
			kind: kader.kind,
			from: kader.from,
			until: kader.until,
			decidedBy: kader.decidedBy,
			decidedOn: kader.decidedOn
		})
		.from(kader)
		.where(eq(kader.familyId, sql.placeholder('family')))
		.orderBy(kader.from)
		.prepare()
);

const activePlan = prepared((read) =>
	read
		.select({ id: plan.id, reviewOn: plan.reviewOn, reviewWords: plan.reviewWords })
		.from(plan)
		.where(and(eq(plan.familyId, sql.placeholder('family')), eq(plan.state, 'active')))
		.prepare()
);

const situations = prepared((read) =>
	read
		.select({
			id: situation.id,
			ownWords: situation.ownWords,
			professionalWords: situation.professionalWords,
			children: situation.children
		})
		.from(situation)
		.where(eq(situation.planId, sql.placeholder('plan')))
		.orderBy(situation.position)
		.prepare()
);

const goals = prepared((read) =>
	read
		.select({
			id: goal.id,
			group: goal.group,
			ownWords: goal.ownWords,
			professionalWords: goal.professionalWords,
			resultWords: goal.resultWords,
			children: goal.children
		})
		.from(goal)
		.where(eq(goal.planId, sql.placeholder('plan')))
		.orderBy(goal.position)
		.prepare()
);

const steps = prepared((read) =>
	read
		.select({
			id: step.id,
			goalId: step.goalId,
			title: step.title,
			ownerId: step.ownerId,
			due: step.due,
			state: step.state
		})
		.from(step)
		.innerJoin(goal, eq(goal.id, step.goalId))
		.where(eq(goal.planId, sql.placeholder('plan')))
		.orderBy(goal.position, step.position)
		.prepare()
);

export const kaderRows = async (read: Reader, family: FamilyId) => kaders(read).all({ family });

export const planRow = async (read: Reader, family: FamilyId) => activePlan(read).get({ family });

/** Everything in one plan: a part of the situation, a goal or a step is one row. */
export async function planItems(read: Reader, id: PlanId) {
	return {
		situations: await situations(read).all({ plan: id }),
		goals: await goals(read).all({ plan: id }),
		steps: await steps(read).all({ plan: id })
	};
}
