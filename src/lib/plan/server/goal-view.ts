import { assignedView } from '#lib/family/server/queries.ts';
import { may } from '#lib/kernel/policy.ts';
import type { GoalView, StepView } from '../model.ts';
import { canReadStep } from '../policy.ts';
import { isLate } from '../rules.ts';
import type { LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import type { Viewer } from './viewer.ts';

type GoalRow = PlanRow['goals'][number];
type StepRow = PlanRow['steps'][number];

/** A goal as this person may see it; null when that is nothing. */
export function goalView(
	viewer: Viewer,
	loaded: LoadedPlan,
	plan: PlanRow,
	goal: GoalRow
): GoalView | null {
	const steps = stepsSeen(viewer, loaded, plan, goal);
	const whole = viewer.sees(goal);
	if (!whole && steps.length === 0) return null;
	return {
		id: goal.id,
		group: goal.group,
		ownWords: whole ? goal.ownWords : null,
		professionalWords: whole ? goal.professionalWords : null,
		resultWords: whole ? goal.resultWords : null,
		about: viewer.about(goal.children),
		steps: steps.map((one) => stepView(viewer, loaded, one))
	};
}

/** The rows of a goal's steps that this person may see. */
export function stepsSeen(
	viewer: Viewer,
	{ family, consent }: LoadedPlan,
	plan: PlanRow,
	goal: GoalRow
): StepRow[] {
	const steps = plan.steps.filter(({ goalId }) => goalId === goal.id);
	// The rule of a step asks that of its goal first: for forty steps of a goal once is enough.
	if (viewer.sees(goal)) return steps;
	const { children } = goal;
	return steps.filter(({ id, ownerId }) =>
		may(canReadStep, viewer.actor, { id, ownerId, children, family: family.facts, consent })
	);
}

const stepView = (viewer: Viewer, loaded: LoadedPlan, step: StepRow): StepView => ({
	id: step.id,
	title: step.title,
	owner: viewer.named(step.ownerId),
	due: step.due,
	late: isLate(step, loaded.family.facts.today),
	state: step.state,
	by: setByRegisseur(viewer, loaded, step)
});

/** A state that the regisseur set, or a regisseur before, is shown as such; the owner's own is not. */
function setByRegisseur(
	{ actor }: Viewer,
	{ family }: LoadedPlan,
	{ ownerId, stateBy, stateOn }: StepRow
): StepView['by'] {
	if (!stateBy || !stateOn || stateBy === ownerId) return null;
	const by = assignedView(family, stateBy, actor.id);
	return by && { on: stateOn, self: by.self };
}
