import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { participant, person } from '#lib/server/db/schema/family.ts';
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

/** Families of which the asked person is the regisseur, or stands in, on the asked day. */
const assignedFamilies = sql`(
	SELECT family_id FROM regisseur_assignment
	WHERE "from" <= ${sql.placeholder('today')}
		AND ("until" IS NULL OR "until" > ${sql.placeholder('today')})
		AND (person_id = ${sql.placeholder('person')} OR (
			stand_in_id = ${sql.placeholder('person')}
			AND stand_in_from <= ${sql.placeholder('today')}
			AND (stand_in_until IS NULL OR stand_in_until > ${sql.placeholder('today')})
		))
)`;

const deskChildren = prepared((read) =>
	read
		.select({
			familyId: participant.familyId,
			childId: participant.personId,
			name: person.givenName,
			familyName: person.familyName,
			birthDate: person.birthDate,
			reviewOn: plan.reviewOn,
			from: participant.from,
			until: participant.until
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.leftJoin(plan, and(eq(plan.familyId, participant.familyId), eq(plan.state, 'active')))
		.where(
			and(eq(participant.relation, 'kind'), sql`${participant.familyId} IN ${assignedFamilies}`)
		)
		.orderBy(participant.familyId, participant.magnet)
		.prepare()
);

const deskKaders = prepared((read) =>
	read
		.select({ childId: kader.childId, kind: kader.kind, from: kader.from, until: kader.until })
		.from(kader)
		.where(sql`${kader.familyId} IN ${assignedFamilies}`)
		.orderBy(kader.from)
		.prepare()
);

/** The children of a whole caseload and their kaders, in two reads whatever its size. */
export const deskRows = async (read: Reader, who: PersonId, today: Day) => ({
	children: await deskChildren(read).all({ person: who, today }),
	kaders: await deskKaders(read).all({ person: who, today })
});

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
