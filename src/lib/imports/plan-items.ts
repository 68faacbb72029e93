import type { PlanItem } from '#lib/plan/version.model.ts';
import type { MessageFamily } from './message.ts';

/** The plan of a message as a list of its parts, in the order in which the message names them. */
export function itemsIn(plan: MessageFamily['plan']): PlanItem[] {
	const { reviewOn = null, reviewWords = null } = plan;
	return [
		{
			kind: 'ending',
			id: plan.id,
			content: { reviewOn, reviewWords, endWords: null, relapseWords: null }
		},
		...plan.situation.map(({ id, ownWords, professionalWords = null, children }, position) => ({
			kind: 'situation' as const,
			id,
			content: { position, ownWords, professionalWords, children }
		})),
		...plan.goals.map((goal, position) => ({
			kind: 'goal' as const,
			id: goal.id,
			content: {
				...{ position, group: goal.group, ownWords: goal.ownWords, children: goal.children },
				professionalWords: goal.professionalWords ?? null,
				resultWords: goal.resultWords ?? null
			}
		})),
		...plan.goals.flatMap(({ id: goalId, steps }) =>
			steps.map(({ id, title, owner, due = null, state }, position) => ({
				kind: 'step' as const,
				id,
				content: {
					...{ position, goalId, title, ownerId: owner, due, state },
					...{ stateBy: null, stateOn: null }
				}
			}))
		)
	];
}
