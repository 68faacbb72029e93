import { isUnableToDecide } from '#lib/consent/rules.ts';
import { may } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { canReadProposal, type ProposalFacts, type ProposedFacts } from '../proposal.policy.ts';
import { childrenOfChange, sidesOf } from '../proposal.rules.ts';
import type { Side } from '../proposal.model.ts';
import type { ItemChange } from '../version.model.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import type { ProposalRow } from './proposal.store.ts';
import type { PlanRow } from './store.ts';

/** What a proposal would change, as it was when somebody proposed it. */
export const changeOf = ({ kind, itemId, before, after }: ProposalRow): ItemChange =>
	({ kind, id: itemId, before, after }) as ItemChange;

/** Who may read of a change, and whose yes it needs, with the family as it is today. */
export function proposedFacts(
	change: ItemChange,
	{ family, consent }: Pick<LoadedPlan, 'family' | 'consent'>,
	plan: PlanRow
): ProposedFacts & { readonly sides: readonly Side[] } {
	const children = childrenOfChange(change, itemsOf(plan), family.facts);
	const facts: ProposedFacts = {
		...{ id: change.id, children, family: family.facts, consent },
		whole: change.kind === 'ending',
		ownerId: change.kind === 'step' ? (change.after?.ownerId ?? null) : null
	};
	const sides = sidesOf(change, {
		...{ family: family.facts, children },
		unable: (child) => isUnableToDecide(consent, child, family.facts.today),
		reads: (person) => may(canReadProposal, signedIn(person), facts)
	});
	return { ...facts, sides };
}

/** Somebody who would be asked, as sure of as they can be. */
const signedIn = (id: PersonId) => ({ kind: 'person', id, assurance: 'second-factor' }) as const;

/** What the rules of a proposal decide about. */
export const proposalFacts = (
	row: ProposalRow,
	loaded: Pick<LoadedPlan, 'family' | 'consent'>,
	plan: PlanRow
): ProposalFacts => ({
	...proposedFacts(changeOf(row), loaded, plan),
	...{ id: row.id, authorId: row.authorId, state: row.state }
});
