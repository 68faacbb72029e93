import { allow, hide, policy } from '#lib/kernel/policy.ts';
import { childrenOf, isRegisseur } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import {
	canProposeChange,
	canReadChildDirectly,
	canReadPlan,
	canReadStep,
	type ItemFacts,
	type PlanRuleFacts
} from './policy.ts';
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

/** Who may open the page for something new: who may propose about one child at least. */
export const canProposeSomething = policy('proposal.begin', (actor, facts: ItemFacts) => {
	for (const child of childrenOf(facts.family)) {
		const decision = canPropose(actor, { ...facts, children: [child] });
		if (decision.outcome === 'allow') return decision;
	}
	return hide('geen_kind_van_u');
});

export type ProposedFacts = ItemFacts & {
	/** The words are about the whole family: for who sees all of its children. */
	readonly whole: boolean;
	/** Who would do the step that is proposed; null for anything else. */
	readonly ownerId: PersonId | null;
};

export type ProposalFacts = ProposedFacts & {
	readonly authorId: PersonId;
	readonly state: ProposalState;
	readonly sides: readonly Side[];
};

/**
 * Read by who sees the item in an own right, and by who would do the step. Answers hold own words, of
 * children too: who reads along with a parent does not see them (access-rules, "Supporter of a parent").
 * The regisseur reads every proposal, also one whose goal is gone.
 */
export const canReadProposal = policy('proposal.read', (actor, facts: ProposedFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (isRegisseur(facts.family, actor.id)) {
		return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
	}
	const decisions = facts.children.map((id) => canReadChildDirectly(actor, { ...facts, id }));
	const allowed = decisions.filter((one) => one.outcome === 'allow');
	const [first] = allowed;
	if (first && (!facts.whole || allowed.length === decisions.length)) return first;
	if (facts.ownerId === null) return hide('geen_kind_van_u');
	return canReadStep(actor, { ...facts, ownerId: facts.ownerId, children: [] });
});

export type ProposalListFacts = PlanRuleFacts & { readonly proposals: readonly ProposedFacts[] };

/** The page with proposals: for who opens the plan, and for who is asked to do a first step in it. */
export const canListProposals = policy('proposal.list', (actor, facts: ProposalListFacts) => {
	const plan = canReadPlan(actor, facts);
	if (plan.outcome === 'allow') return plan;
	for (const proposal of facts.proposals) {
		const decision = canReadProposal(actor, proposal);
		if (decision.outcome === 'allow') return decision;
	}
	return plan;
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
