import { childrenOf } from '#lib/family/rules.ts';
import { personView } from '#lib/family/server/queries.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import { GOAL_GROUPS, type GoalGroup, type GoalView, type PlanView } from '../model.ts';
import { canReadKader, canReadPlan, canWritePlan } from '../policy.ts';
import { endingView, exitViews } from './ending-view.ts';
import { goalView } from './goal-view.ts';
import { ruleFacts, type LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import { viewerOf, type Person, type Viewer } from './viewer.ts';

/** The plan as far as this person may see it; null when that is nothing, or when there is no plan. */
export function planViewFor(actor: Person, loaded: LoadedPlan): PlanView | null {
	if (!loaded.plan || !may(canReadPlan, actor, ruleFacts(loaded))) return null;
	return planView(viewerOf(actor, loaded), loaded, loaded.plan);
}

function planView(viewer: Viewer, loaded: LoadedPlan, plan: PlanRow): PlanView {
	const goals = Object.fromEntries(
		GOAL_GROUPS.map((group): [GoalGroup, GoalView[]] => [group, []])
	) as Record<GoalGroup, GoalView[]>;
	for (const goal of plan.goals) {
		const seen = goalView(viewer, loaded, plan, goal);
		if (seen) goals[goal.group].push(seen);
	}
	const children = childrenWithKaders(viewer, loaded);
	return {
		id: plan.id,
		familyId: loaded.family.facts.id,
		regionId: loaded.family.regionId,
		reach: children.length > 0 ? 'whole' : 'own-steps',
		children,
		situation: plan.situations
			.filter((one) => viewer.sees(one))
			.map((one) => ({
				id: one.id,
				ownWords: one.ownWords,
				professionalWords: one.professionalWords,
				about: viewer.about(one.children)
			})),
		goals,
		...endingView(viewer, plan),
		exits: exitViews(viewer, loaded, plan),
		may: { write: may(canWritePlan, viewer.actor, ruleFacts(loaded)) }
	};
}

function childrenWithKaders(
	{ actor, openChildren, seesAll }: Viewer,
	{ family, consent, kaders }: LoadedPlan
): PlanView['children'] {
	const { today } = family.facts;
	return childrenOf(family.facts).flatMap((id) => {
		const labels = kaders.filter(
			(kader) =>
				kader.childId === id &&
				isCurrent(kader, today) &&
				may(canReadKader, actor, { id: kader.id, kader, family: family.facts, consent })
		);
		// A party to a court measure reads its label, and so the name of the child it is about.
		const row = family.people.find((one) => one.personId === id);
		if (!row || (labels.length === 0 && !openChildren.has(id))) return [];
		const person = personView(row, actor.id);
		return [{ person: seesAll ? person : { ...person, words: null }, kaders: labels }];
	});
}
