import type { ProposalFacts } from '../proposal.policy.ts';
import { childrenOfChange, sidesOf } from '../proposal.rules.ts';
import type { ItemChange } from '../version.model.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import type { ProposalRow } from './proposal.store.ts';
import type { PlanRow } from './store.ts';

/** What the rules of a proposal decide about, with the family as it is today. */
export function proposalFacts(
	row: ProposalRow,
	{ family, consent }: Pick<LoadedPlan, 'family' | 'consent'>,
	plan: PlanRow
): ProposalFacts {
	const { kind, itemId: id, before, after } = row;
	const change = { kind, id, before, after } as ItemChange;
	const children = childrenOfChange(change, itemsOf(plan), family.facts);
	return {
		...{ id: row.id, authorId: row.authorId, state: row.state, children },
		...{ family: family.facts, consent, sides: sidesOf(change, children, family.facts) }
	};
}
