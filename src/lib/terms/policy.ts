import type { ConsentFacts } from '#lib/consent/model.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import { childrenOf, hasGezag, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import type { KaderFacts } from '#lib/plan/model.ts';
import { COURT_MEASURES } from '#lib/rights/kader.model.ts';
import {
	canReadChildPart,
	canReadKader,
	canReadPlan,
	type PlanRuleFacts
} from '#lib/plan/policy.ts';
import type { Moment, TermEventFacts, TermKind } from './model.ts';
import { isOffered, TERM_RULES } from './rules.ts';

export type TermFacts = {
	/** The child whose term it is. */
	readonly id: PersonId;
	readonly term: TermKind;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
	readonly kaders: readonly KaderFacts[];
};

/**
 * A term is seen with the child's part. A term of a court measure stays visible to every parent with
 * gezag and to the guardian, also when the child is 16 or 17 (access-rules, "Court measure").
 */
export const canReadTerm = policy('term.read', (actor, facts: TermFacts) => {
	const withChild = canReadChildPart(actor, facts);
	if (withChild.outcome === 'allow') return withChild;
	const asParty = measuresOf(facts)
		.filter((kader) => TERM_RULES[facts.term].kaders.includes(kader.kind))
		.map((kader) => canReadKader(actor, { ...facts, id: kader.id, kader }))
		.find((decision) => decision.outcome === 'allow');
	return asParty ?? withChild;
});

/** Who may open the page: whoever sees a child's part, or is a party to the child's measure. */
export const canReadTerms = policy('terms.read', (actor, plan: PlanRuleFacts) => {
	for (const id of childrenOf(plan.family)) {
		const decision = childDecision(actor, { ...plan, id });
		if (decision.outcome === 'allow') return decision;
	}
	const otherwise = canReadPlan(actor, plan);
	// Somebody who is only named in a step sees nothing of this, also not that it is there.
	return otherwise.outcome === 'allow' ? hide('niet_van_u') : otherwise;
});

/** Whether this child stands on the page for this person. */
export const canReadTermsOfChild = policy('child-terms.read', (actor, facts: ChildTermsFacts) =>
	childDecision(actor, facts)
);

type ChildTermsFacts = Omit<TermFacts, 'term'>;

function childDecision(actor: Actor, facts: ChildTermsFacts): Decision {
	const withChild = canReadChildPart(actor, facts);
	if (withChild.outcome === 'allow') return withChild;
	return (
		measuresOf(facts)
			.map((kader) => canReadKader(actor, { ...facts, id: kader.id, kader }))
			.find((decision) => decision.outcome === 'allow') ?? withChild
	);
}

const measuresOf = ({ id, kaders, family }: ChildTermsFacts): KaderFacts[] =>
	kaders.filter(
		(kader) =>
			kader.childId === id && COURT_MEASURES.includes(kader.kind) && isCurrent(kader, family.today)
	);

export type RecordFacts = TermFacts & {
	readonly moment: Moment;
	/** Whether somebody said that this term started. */
	readonly started: boolean;
};

/**
 * Who may say a day (facts 2.1: let the family enter it): the child from 12, a parent with gezag over
 * this child, the guardian, the regisseur. Someone with whom the child only shares, reads.
 */
export const canRecordTermEvent = policy('term-event.record', (actor, facts: RecordFacts) => {
	const reads = canReadTerm(actor, facts);
	if (reads.outcome !== 'allow') return reads;
	const { family, id, term, moment } = facts;
	const kinds = facts.kaders
		.filter((kader) => kader.childId === id && isCurrent(kader, family.today))
		.map((kader) => kader.kind);
	const fits =
		moment === 'start' ? isOffered(term, kinds) : TERM_RULES[term].canBeMet && facts.started;
	if (!fits) return hide('geen_termijn');
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (isRegisseur(family, actor.id)) return reads;
	if (actor.id === id) return reads;
	const relation = participationOf(family, actor.id)?.relation;
	const holdsGezag =
		(relation === 'ouder' || relation === 'voogd') && hasGezag(family, actor.id, id);
	return holdsGezag ? allow(relation) : hide('leest_mee');
});

export type TermEventRuleFacts = Omit<TermFacts, 'id'> & {
	readonly id: string;
	readonly event: TermEventFacts;
};

/** Only who said it takes it back, while they may still see it. Nobody changes the words of another. */
export const canTakeBackTermEvent = policy(
	'term-event.take-back',
	(actor, facts: TermEventRuleFacts) => {
		const reads = canReadTerm(actor, { ...facts, id: facts.event.childId });
		if (reads.outcome !== 'allow') return reads;
		return actor.kind === 'person' && actor.id === facts.event.recordedBy
			? reads
			: hide('niet_van_u');
	}
);
