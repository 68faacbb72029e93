import { childrenOf } from '#lib/family/rules.ts';
import { personView } from '#lib/family/server/queries.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import { GOAL_GROUPS, type GoalGroup, type GoalView, type PlanView } from '../model.ts';
import { canReadKader, canReadPlan, canReadStep } from '../policy.ts';
import { isLate } from '../rules.ts';
import { ruleFacts, type LoadedPlan } from './load.ts';
import { viewerOf, type Person } from './viewer.ts';

/** The plan as far as this person may see it; null when that is nothing, or when there is no plan. */
export function planViewFor(actor: Person, loaded: LoadedPlan): PlanView | null {
	if (!loaded.plan || !may(canReadPlan, actor, ruleFacts(loaded))) return null;
	return planView(actor, loaded, loaded.plan);
}

function planView(
	actor: Person,
	loaded: LoadedPlan,
	plan: NonNullable<LoadedPlan['plan']>
): PlanView {
	const { family, consent, kaders } = loaded;
	const { today } = family.facts;
	const facts = { family: family.facts, consent };
	const viewer = viewerOf(actor, loaded);
	const { openChildren, seesAll, named, about, sees: whole } = viewer;

	const goals = Object.fromEntries(
		GOAL_GROUPS.map((group): [GoalGroup, GoalView[]] => [group, []])
	) as Record<GoalGroup, GoalView[]>;
	for (const goal of plan.goals) {
		const steps = plan.steps.filter(
			(one) =>
				one.goalId === goal.id &&
				may(canReadStep, actor, {
					...facts,
					id: one.id,
					ownerId: one.ownerId,
					children: goal.children
				})
		);
		const seenWhole = whole(goal);
		if (!seenWhole && steps.length === 0) continue;
		goals[goal.group].push({
			id: goal.id,
			group: goal.group,
			ownWords: seenWhole ? goal.ownWords : null,
			professionalWords: seenWhole ? goal.professionalWords : null,
			resultWords: seenWhole ? goal.resultWords : null,
			about: about(goal.children),
			steps: steps.map((one) => ({
				id: one.id,
				title: one.title,
				owner: named(one.ownerId),
				due: one.due,
				late: isLate(one, today),
				state: one.state
			}))
		});
	}

	const children = childrenOf(family.facts).flatMap((id) => {
		const labels = kaders.filter(
			(kader) =>
				kader.childId === id &&
				isCurrent(kader, today) &&
				may(canReadKader, actor, { ...facts, id: kader.id, kader })
		);
		// A party to a court measure reads its label, and so the name of the child it is about.
		const row = family.people.find((one) => one.personId === id);
		if (!row || (labels.length === 0 && !openChildren.has(id))) return [];
		const person = personView(row, actor.id);
		return [{ person: seesAll ? person : { ...person, words: null }, kaders: labels }];
	});

	return {
		id: plan.id,
		familyId: family.facts.id,
		regionId: family.regionId,
		reach: children.length > 0 ? 'whole' : 'own-steps',
		children,
		situation: plan.situations.filter(whole).map((one) => ({
			id: one.id,
			ownWords: one.ownWords,
			professionalWords: one.professionalWords,
			about: about(one.children)
		})),
		goals,
		review: {
			on: openChildren.size > 0 ? plan.reviewOn : null,
			words: seesAll ? plan.reviewWords : null
		}
	};
}
