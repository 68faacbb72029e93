import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, may, policy } from '#lib/kernel/policy.ts';
import { isShared } from '#lib/consent/rules.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import type { FamilyFacts, FamilyId, Relation } from '#lib/family/model.ts';
import { ageOf, childrenOf, hasGezag, isRegisseur, participationOf } from '#lib/family/rules.ts';
import {
	canReadChildPart,
	canReadItem,
	canReadPlan,
	canReadStep,
	type ItemFacts,
	type PlanRuleFacts
} from '#lib/plan/policy.ts';
import { AGREED_ON, type StatementId, type SubjectKind } from './model.ts';
import type { ClaimId, ClaimKind, CorrectionId } from './claim.model.ts';

/** From this age a child's own words are for whom the child shares with (access-rules, table). */
const WORDS_STAY_FROM_AGE = 16;

/** Who has own words beside the plan: family and invited network. Professionals answer instead. */
const OWN_WORDS: readonly Relation[] = [
	'kind',
	'ouder',
	'voogd',
	'pleegouder',
	'gezinshuisouder',
	'netwerk'
];

/** Relations of people who are in a family for their work. */
const PROFESSIONAL: readonly string[] = ['regisseur', 'professional'];

/** One thing of the plan that people have a view on; the plan as a whole is about all children. */
export type SubjectFacts = {
	readonly id: string;
	readonly kind: SubjectKind;
	readonly children: readonly PersonId[];
	/** Of a step: who does it. */
	readonly ownerId: PersonId | null;
	readonly plan: PlanRuleFacts;
};

/** Who may see a thing of the plan: the plan's own rules decide. */
export const canReadSubject = policy('subject.read', (actor, subject: SubjectFacts) => {
	const { id, children, ownerId, plan } = subject;
	const item = { id, children, family: plan.family, consent: plan.consent };
	if (subject.kind === 'step' && ownerId) return canReadStep(actor, { ...item, ownerId });
	return canReadItem(actor, item);
});

/**
 * Who says "agree" or "disagree" (P7): each parent with gezag and each guardian over a child it is
 * about, and each child of 12 or older it is about. For oneself only, while one sees the thing.
 */
export const canAgree = policy('agreement.record', (actor, subject: SubjectFacts) => {
	const { children, plan } = subject;
	const seen = canReadSubject(actor, subject);
	if (seen.outcome !== 'allow' || actor.kind !== 'person') return seen;
	if (!AGREED_ON.includes(subject.kind)) return hide('geen_onderwerp');
	const me = participationOf(plan.family, actor.id);
	if (me?.relation === 'kind' && children.includes(actor.id)) return allow('kind');
	if (me?.relation === 'ouder' || me?.relation === 'voogd') {
		const holds = children.some(
			(child) => hasGezag(plan.family, actor.id, child) && seesPartOf(actor, child, plan)
		);
		if (holds) return allow(me.relation);
	}
	return deny('antwoord_niet_gevraagd');
});

/** Who puts own words beside a thing of the plan (P8): family and network who see it. */
export const canState = policy('statement.make', (actor, subject: SubjectFacts) => {
	const seen = canReadSubject(actor, subject);
	if (seen.outcome !== 'allow' || actor.kind !== 'person') return seen;
	if (isRegisseur(subject.plan.family, actor.id)) return deny('woorden_van_gezin');
	const me = participationOf(subject.plan.family, actor.id);
	if (me && OWN_WORDS.includes(me.relation)) return allow(me.relation);
	return deny('woorden_van_gezin');
});

export type WordsFacts = {
	readonly id: string;
	readonly authorId: PersonId;
	readonly subject: SubjectFacts;
};

/**
 * Who reads somebody's own words, a statement or the reason of an answer. The person itself, as long
 * as the plan opens, also when the thing beside it is not seen any more. Others when they see the
 * thing, and:
 * - words about the plan as a whole may name any child: for who may see all of them (A5);
 * - a child's words are for who may see that child's part, so never for a half-sibling's parent;
 * - words of a youth from 16 stay the youth's: for whom the youth shares with, and the regisseur.
 */
export const canReadWords = policy('words.read', (actor, facts: WordsFacts) => {
	const { authorId, subject } = facts;
	const { plan } = subject;
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (actor.id === authorId) return canReadPlan(actor, plan);
	const seen = canReadSubject(actor, subject);
	if (seen.outcome !== 'allow') return seen;
	if (subject.kind === 'plan' && !seesAllChildren(actor, plan)) return hide('niet_alle_kinderen');
	return areWordsFor(actor, authorId, plan) ? seen : hide('blijft_van_kind');
});

/** Whether this person may read what this author says, as far as the author's age decides it. */
export function areWordsFor(
	actor: Extract<Actor, { kind: 'person' }>,
	author: PersonId,
	plan: Pick<PlanRuleFacts, 'family' | 'consent'>
): boolean {
	if (actor.id === author) return true;
	const { family, consent } = plan;
	const isChild = family.participants.some(
		(one) => one.personId === author && one.relation === 'kind'
	);
	if (!isChild) return true;
	if (!seesPartOf(actor, author, plan)) return false;
	const age = ageOf(family, author);
	if (age !== null && age < WORDS_STAY_FROM_AGE) return true;
	return isRegisseur(family, actor.id) || isShared(consent, author, actor.id);
}

/** Only the person itself takes own words away from others' eyes; nobody changes or deletes them. */
export const canWithdraw = policy(
	'statement.withdraw',
	(actor, facts: WordsFacts & { readonly id: StatementId }) => {
		if (actor.kind !== 'person' || actor.id !== facts.authorId) return hide('niet_van_u');
		const opens = canReadPlan(actor, facts.subject.plan);
		return opens.outcome === 'allow' ? opens : hide('ziet_plan_niet');
	}
);

/** A professional who may read it answers: the regisseur, or who is named in the step beside it. */
export const canAnswerStatement = policy(
	'statement.answer',
	(actor, facts: WordsFacts & { readonly id: StatementId; readonly withdrawn: boolean }) => {
		const seen = canReadWords(actor, facts);
		if (seen.outcome !== 'allow' || facts.withdrawn) return hide('geen_woorden');
		return PROFESSIONAL.includes(seen.relation) ? seen : hide('geen_hulpverlener');
	}
);

export type ClaimFacts = {
	readonly id: ClaimId;
	readonly kind: ClaimKind;
	readonly children: readonly PersonId[];
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/** A fact or opinion names its children: for who may see the part of every one of them. */
export const canReadClaim = policy('claim.read', (actor, claim: ItemFacts) => {
	const decisions = claim.children.map((id) => canReadChildPart(actor, { ...claim, id }));
	const refused = decisions.find(({ outcome }) => outcome !== 'allow');
	return refused ?? decisions[0] ?? hide('geen_kind');
});

export type NewClaimFacts = {
	readonly id: FamilyId;
	readonly children: readonly PersonId[];
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/** The regisseur or the stand-in writes facts and opinions, about children of this family. */
export const canWriteClaim = policy('claim.write', (actor, claim: NewClaimFacts) => {
	if (actor.kind !== 'person' || !isRegisseur(claim.family, actor.id))
		return hide('geen_regisseur');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	const known = childrenOf(claim.family);
	return claim.children.every((id) => known.includes(id)) ? allow('regisseur') : hide('geen_kind');
});

/**
 * A family member who sees a fact asks to correct it. An opinion is not rewritten: one's own words
 * can stand beside it (AVG 16; facts 2.8).
 */
export const canAskCorrection = policy('correction.ask', (actor, claim: ClaimFacts) => {
	const seen = canReadClaim(actor, claim);
	if (seen.outcome !== 'allow') return seen;
	if (PROFESSIONAL.includes(seen.relation)) return deny('woorden_van_gezin');
	return claim.kind === 'feit' ? seen : deny('mening_blijft');
});

export type CorrectionFacts = {
	readonly id: CorrectionId;
	readonly isOpen: boolean;
	readonly claim: ClaimFacts;
};

/** The regisseur or the stand-in answers a request once; the answer then stands. */
export const canDecideCorrection = policy('correction.decide', (actor, facts: CorrectionFacts) => {
	const seen = canReadClaim(actor, facts.claim);
	if (seen.outcome !== 'allow') return seen;
	if (seen.relation !== 'regisseur') return hide('geen_regisseur');
	return facts.isOpen ? seen : hide('al_beantwoord');
});

const seesPartOf = (
	actor: Actor,
	id: PersonId,
	{ family, consent }: Pick<PlanRuleFacts, 'family' | 'consent'>
): boolean => may(canReadChildPart, actor, { id, family, consent });

const seesAllChildren = (actor: Actor, plan: PlanRuleFacts): boolean =>
	childrenOf(plan.family).every((id) => seesPartOf(actor, id, plan));
