import { personView } from '#lib/family/server/queries.ts';
import { may } from '#lib/kernel/policy.ts';
import { canReadExit } from '../ending.policy.ts';
import type { ExitView, PlanView } from '../model.ts';
import { ruleFacts, type LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import type { Viewer } from './viewer.ts';

/**
 * How the plan ends, for this person. Its words are about the whole family, and so is whether the plan
 * changed since it was agreed on: only for who may see every child.
 */
export function endingView(
	{ openChildren, seesAll }: Viewer,
	plan: PlanRow
): Pick<PlanView, 'review' | 'ending' | 'agreed'> {
	const { reviewOn, reviewWords, endWords, relapseWords, agreedOn, agreedVersion, version } = plan;
	return {
		review: {
			on: openChildren.size > 0 ? reviewOn : null,
			words: seesAll ? reviewWords : null
		},
		ending: seesAll ? { words: endWords, relapse: relapseWords } : null,
		agreed:
			seesAll && agreedOn && agreedVersion !== null
				? { on: agreedOn, changed: agreedVersion < version }
				: null
	};
}

/** The exit conditions that this person may see, with the child that each is about. */
export function exitViews(viewer: Viewer, loaded: LoadedPlan, plan: PlanRow): ExitView[] {
	const facts = ruleFacts(loaded);
	return plan.exits
		.filter(({ childId }) => may(canReadExit, viewer.actor, { ...facts, childId }))
		.flatMap(({ id, childId, words, judge, state, stateWords }) => {
			const row = loaded.family.people.find((one) => one.personId === childId);
			if (!row) return [];
			const person = personView(row, viewer.actor.id);
			const child = viewer.seesAll ? person : { ...person, words: null };
			return [{ id, child, words, judge, state, stateWords }];
		});
}
