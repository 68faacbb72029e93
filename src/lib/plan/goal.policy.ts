import type { PersonId } from '#lib/kernel/id.ts';
import { hide, policy } from '#lib/kernel/policy.ts';
import { canReadItem, canReadStep, type ItemFacts } from './policy.ts';

export type GoalRuleFacts = ItemFacts & {
	/** Owners of the goal's steps, so that who is only named in one can open the page. */
	readonly stepOwners: readonly PersonId[];
};

/** The page of a goal opens for who sees the goal, or a step in it. What, the rules of each say. */
export const canReadGoal = policy('goal.read', (actor, goal: GoalRuleFacts) => {
	const whole = canReadItem(actor, goal);
	if (whole.outcome === 'allow') return whole;
	for (const ownerId of goal.stepOwners) {
		const step = canReadStep(actor, { ...goal, ownerId });
		if (step.outcome === 'allow') return step;
	}
	return hide('niet_genoemd');
});
