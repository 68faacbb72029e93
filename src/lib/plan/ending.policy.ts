import { childrenOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { hide, policy } from '#lib/kernel/policy.ts';
import { canReadChildPart, canReadKader, type PlanRuleFacts } from './policy.ts';
import { measuresOf } from './rules.ts';

export type ExitRuleFacts = Pick<PlanRuleFacts, 'id' | 'family' | 'consent' | 'kaders'> & {
	readonly childId: PersonId;
};

/**
 * An exit condition is seen by who sees the label of the measure it stands under: also a parent with
 * gezag of a child of 16 or 17 (access-rules, "Court measure"). Without a measure there is none.
 */
export const canReadExit = policy('exit.read', (actor, facts: ExitRuleFacts) => {
	const { kaders, childId, family, consent } = facts;
	for (const kader of measuresOf(kaders, childId, family.today)) {
		const decision = canReadKader(actor, { id: kader.id, kader, family, consent });
		if (decision.outcome === 'allow') return decision;
	}
	return hide('geen_maatregel');
});

/** The page on how the help ends opens for who sees a child's part, or an exit condition. */
export const canReadEnding = policy('ending.read', (actor, plan: PlanRuleFacts) => {
	for (const child of childrenOf(plan.family)) {
		const part = canReadChildPart(actor, { ...plan, id: child });
		if (part.outcome === 'allow') return part;
		const exit = canReadExit(actor, { ...plan, childId: child });
		if (exit.outcome === 'allow') return exit;
	}
	return hide('leeg');
});
