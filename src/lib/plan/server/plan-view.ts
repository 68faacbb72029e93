import type { PersonView } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import { personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import { GOAL_GROUPS, type GoalGroup, type GoalView, type PlanView } from '../model.ts';
import {
	canReadChildPart,
	canReadItem,
	canReadKader,
	canReadPlan,
	canReadStep
} from '../policy.ts';
import { isLate } from '../rules.ts';
import { ruleFacts, type LoadedPlan } from './load.ts';

type Person = Extract<Actor, { kind: 'person' }>;

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
	const rows = new Map(family.people.map((row) => [row.personId, row]));
	const openChildren = new Set(
		childrenOf(family.facts).filter((id) => may(canReadChildPart, actor, { ...facts, id }))
	);
	// Words about the whole family may name any child: for who may see all of them (A5).
	const seesAll = childrenOf(family.facts).every((id) => openChildren.has(id));
	const shown = (row: LoadedPlan['family']['people'][number]) => {
		const view = personView(row, actor.id);
		return seesAll ? view : { ...view, words: null };
	};
	const named = (id: PersonId): PersonView | null => {
		const row = rows.get(id);
		if (!row) return null;
		const hiddenChild = row.relation === 'kind' && id !== actor.id && !openChildren.has(id);
		return hiddenChild ? null : shown(row);
	};
	const about = (children: readonly PersonId[]) =>
		children.filter((id) => openChildren.has(id)).flatMap((id) => named(id) ?? []);
	const whole = (item: { id: string; children: readonly PersonId[] }) =>
		may(canReadItem, actor, { ...item, ...facts });

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
		const row = rows.get(id);
		if (!row || (labels.length === 0 && !openChildren.has(id))) return [];
		return [{ person: shown(row), kaders: labels }];
	});

	return {
		id: plan.id,
		familyId: family.facts.id,
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
