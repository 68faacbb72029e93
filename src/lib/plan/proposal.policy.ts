import { allow, hide, policy } from '#lib/kernel/policy.ts';
import { participationOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { canProposeChange, canReadItem, type ItemFacts } from './policy.ts';
import type { ProposalState, Side } from './proposal.model.ts';

/**
 * Who may propose a change: family members who may see every child that it is about, and the regisseur
 * (access-rules, acts). Words about a child are not written by who may not read of that child.
 */
export const canPropose = policy('proposal.make', (actor, item: ItemFacts) => {
	const decisions = item.children.map((child) =>
		canProposeChange(actor, { ...item, children: [child] })
	);
	const refusal = decisions.find((one) => one.outcome !== 'allow');
	return refusal ?? decisions[0] ?? hide('geen_kind');
});

export type ProposalFacts = ItemFacts & {
	readonly authorId: PersonId;
	readonly state: ProposalState;
	readonly sides: readonly Side[];
};

/** Read by who may see the item, by its author, and by who is asked: the owner of a step, for instance. */
export const canReadProposal = policy('proposal.read', (actor, facts: ProposalFacts) => {
	const item = canReadItem(actor, facts);
	if (item.outcome === 'allow' || actor.kind !== 'person') return item;
	const me = participationOf(facts.family, actor.id);
	if (!me) return hide('geen_deelnemer');
	if (me.relation === 'professional' && actor.assurance !== 'second-factor') {
		return hide('tweede_factor');
	}
	const asked = facts.sides.some((side) => side.of === 'owner' && side.people.includes(actor.id));
	return asked ? allow(me.relation) : hide('niet_gevraagd');
});

/** Only who is asked says yes or no, for themselves, while it is open. */
export const canAnswerProposal = policy('proposal.answer', (actor, facts: ProposalFacts) => {
	const read = canReadProposal(actor, facts);
	if (read.outcome !== 'allow' || actor.kind !== 'person') return read;
	if (facts.state !== 'open') return hide('al_besloten');
	const asked = facts.sides.some((side) => side.people.includes(actor.id));
	return asked && actor.id !== facts.authorId ? read : hide('niet_gevraagd');
});

/** Only its author takes it back, while it is open. */
export const canWithdrawProposal = policy('proposal.withdraw', (actor, facts: ProposalFacts) => {
	const read = canReadProposal(actor, facts);
	if (read.outcome !== 'allow' || actor.kind !== 'person') return read;
	return facts.state === 'open' && actor.id === facts.authorId ? read : hide('niet_van_u');
});
