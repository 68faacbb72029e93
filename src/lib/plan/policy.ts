import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { isRestricted, isShared, isUnableToDecide, supportsOf } from '#lib/consent/rules.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import {
	ADULT,
	ageOf,
	childrenOf,
	hasGezag,
	hasMinors,
	isRegisseur,
	participationOf
} from '#lib/family/rules.ts';
import type { KaderFacts } from './model.ts';
import { COURT_MEASURES } from '#lib/rights/kader.model.ts';

/** From this age a child decides who sees the child's part (access-rules, table; Jeugdwet 7.3.11). */
const DECIDES_WHO_SEES = 16;

/** Relations that see a step when it names them, and nothing else of the plan. */
const NAMED_ONLY: readonly Relation[] = [
	'pleegouder',
	'gezinshuisouder',
	'netwerk',
	'professional'
];

export type ChildFacts = {
	readonly id: PersonId;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/**
 * Who may see a child's part of the plan: the heart of access-rules' table, one row per relation.
 * Every other rule of the plan asks this one.
 */
export const canReadChildPart = policy('child-part.read', (actor, facts: ChildFacts) => {
	const { id: child, family, consent } = facts;
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (isRegisseur(family, actor.id)) {
		return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
	}
	const me = participationOf(family, actor.id);
	const age = ageOf(family, child);
	if (!me || age === null) return hide('geen_deelnemer');
	if (actor.id === child) return age >= OWN_SIGN_IN_AGE ? allow('kind') : hide('jonger_dan_12');
	const shared = isShared(consent, child, actor.id);
	switch (me.relation) {
		case 'ouder':
		case 'voogd':
			return asHolderOfGezag(actor.id, me.relation, age, shared, facts);
		case 'pleegouder':
		case 'gezinshuisouder':
			return age >= DECIDES_WHO_SEES && shared ? allow(me.relation) : hide('niet_gedeeld');
		case 'netwerk':
			if (age >= DECIDES_WHO_SEES && shared) return allow(me.relation);
			return asSupporter(actor.id, age, shared, facts);
		case 'steun':
			return asSupporter(actor.id, age, shared, facts);
		case 'kind':
		case 'professional':
			return hide('niet_over_u');
	}
	return hide('onbekende_relatie');
});

function asHolderOfGezag(
	person: PersonId,
	relation: Relation,
	age: number,
	shared: boolean,
	{ id: child, family, consent }: ChildFacts
): Decision {
	// A guardian's task ends at 18; a parent may still be let in by the grown child.
	if (age >= ADULT) return shared && relation === 'ouder' ? allow(relation) : hide('meerderjarig');
	if (isRestricted(consent, child, person, family.today)) return hide('beperkt');
	if (!hasGezag(family, person, child)) {
		return age >= DECIDES_WHO_SEES && shared ? allow(relation) : hide('geen_gezag');
	}
	if (age < DECIDES_WHO_SEES) return allow(relation);
	if (shared || isUnableToDecide(consent, child, family.today)) return allow(relation);
	return hide('niet_gedeeld');
}

/**
 * Whoever sees a child's part in an own right, and not because a parent lets this person read along:
 * for what a supporter never sees, such as the child's own words and the own network.
 */
export const canReadChildDirectly = policy(
	'child-part.read-directly',
	(actor, facts: ChildFacts) => {
		const decision = canReadChildPart(actor, facts);
		if (decision.outcome === 'allow' && decision.relation === 'steun') return hide('via_ouder');
		return decision;
	}
);

/**
 * Who reads along with a parent sees what that parent may see at this moment, of the children whom
 * the parent chose; of a youth of 16 or 17 only when the youth wants it too; never more than the parent.
 */
function asSupporter(person: PersonId, age: number, shared: boolean, facts: ChildFacts): Decision {
	const { id: child, family, consent } = facts;
	if (age >= ADULT) return hide('meerderjarig');
	if (age >= DECIDES_WHO_SEES && !shared) return hide('niet_gedeeld');
	for (const { parentId, children } of supportsOf(consent, person, family.today)) {
		if (!children.includes(child)) continue;
		if (participationOf(family, parentId)?.relation !== 'ouder') continue;
		const sharedWithParent = isShared(consent, child, parentId);
		const parent = asHolderOfGezag(parentId, 'ouder', age, sharedWithParent, facts);
		if (parent.outcome === 'allow') return allow('steun');
	}
	return hide('geen_steun');
}

export type ItemFacts = {
	readonly id: string;
	readonly children: readonly PersonId[];
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/** A goal or a part of the situation is seen by who may see for at least one of its children (A5). */
export const canReadItem = policy('plan-item.read', (actor, item: ItemFacts) => {
	for (const child of item.children) {
		const decision = canReadChildPart(actor, { ...item, id: child });
		if (decision.outcome === 'allow') return decision;
	}
	return hide('geen_kind_van_u');
});

export type StepFacts = ItemFacts & { readonly ownerId: PersonId };

/** A step is seen with its goal, and by foster parents, network and professionals it names. */
export const canReadStep = policy('step.read', (actor, step: StepFacts) => {
	const withGoal = canReadItem(actor, step);
	if (withGoal.outcome === 'allow') return withGoal;
	if (actor.kind !== 'person' || step.ownerId !== actor.id) return hide('niet_genoemd');
	const me = participationOf(step.family, actor.id);
	if (!me || !NAMED_ONLY.includes(me.relation)) return hide('niet_genoemd');
	if (me.relation === 'professional' && actor.assurance !== 'second-factor') {
		return hide('tweede_factor');
	}
	return allow(me.relation);
});

export type KaderRuleFacts = {
	readonly id: string;
	readonly kader: KaderFacts;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/**
 * The label of a kader is seen with the child's part. That of a court measure stays visible to every
 * parent with gezag and to the guardian, also when the child is 16 or 17 (access-rules, "Court measure").
 */
export const canReadKader = policy('kader.read', (actor, facts: KaderRuleFacts) => {
	const { kader, family, consent } = facts;
	const withChild = canReadChildPart(actor, { id: kader.childId, family, consent });
	if (withChild.outcome === 'allow' || actor.kind !== 'person') return withChild;
	const me = participationOf(family, actor.id);
	const asParty =
		(me?.relation === 'ouder' || me?.relation === 'voogd') &&
		COURT_MEASURES.includes(kader.kind) &&
		hasGezag(family, actor.id, kader.childId) &&
		!isRestricted(consent, kader.childId, actor.id, family.today);
	return asParty ? allow(me.relation) : hide('niet_van_u');
});

export type PlanRuleFacts = {
	readonly id: string;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
	readonly kaders: readonly KaderFacts[];
	/** Owners of the plan's steps, so that who is only named in one can open the plan. */
	readonly stepOwners: readonly PersonId[];
};

/** Who may open the plan at all: whoever may see something in it. What, the rules above say. */
export const canReadPlan = policy('plan.read', (actor, plan: PlanRuleFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const allowed = [...decisionsWithin(actor, plan)].filter(({ outcome }) => outcome === 'allow');
	// Who reads along is written down, also when something else would open the plan as well.
	const asSupport = allowed.find((one) => 'relation' in one && one.relation === 'steun');
	return asSupport ?? allowed[0] ?? nothingHere(actor, plan);
});

function* decisionsWithin(actor: Actor, plan: PlanRuleFacts): Generator<Decision> {
	const { family, consent } = plan;
	for (const id of childrenOf(family)) yield canReadChildPart(actor, { id, family, consent });
	for (const kader of plan.kaders)
		yield canReadKader(actor, { id: kader.id, kader, family, consent });
	for (const ownerId of plan.stepOwners) {
		yield canReadStep(actor, { id: plan.id, ownerId, children: [], family, consent });
	}
}

/** Two refusals the person may understand; every other answers as if there were no plan. */
function nothingHere(
	actor: Actor & { kind: 'person' },
	{ family, consent }: PlanRuleFacts
): Decision {
	const me = participationOf(family, actor.id);
	if (me?.relation === 'kind') {
		return (ageOf(family, actor.id) ?? 0) < OWN_SIGN_IN_AGE ? deny('jonger_dan_12') : hide('leeg');
	}
	if (me?.relation !== 'ouder') return hide('geen_deelnemer');
	if (!hasMinors(family)) return hide('meerderjarig');
	const children = childrenOf(family);
	const couldHold = children.some((child) => hasGezag(family, actor.id, child));
	const restricted = children.some((child) => isRestricted(consent, child, actor.id, family.today));
	return couldHold || restricted ? hide('niet_gedeeld') : deny('geen_gezag');
}

/** Who writes the plan: its regisseur and the stand-in, with the second factor (access-rules, acts). */
export const canWritePlan = policy('plan.write', (actor, { family }: PlanRuleFacts) => {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
});

/** A step's state is moved by its owner, while that person sees the step, or by the regisseur. */
export const canMoveStep = policy('step.move', (actor, step: StepFacts) => {
	const read = canReadStep(actor, step);
	if (read.outcome !== 'allow') return read;
	if (actor.kind === 'person' && actor.id === step.ownerId) return read;
	return read.relation === 'regisseur' ? read : hide('niet_van_u');
});

/** Relations that speak for a family: may propose a change, and say how far a goal is. */
const SPEAKS_FOR_FAMILY: readonly string[] = ['kind', 'ouder', 'voogd'];

/** Family members propose; what they may see, they may propose to change (access-rules, acts). */
export const canProposeChange = policy('plan.propose', (actor, item: ItemFacts) => {
	const read = canReadItem(actor, item);
	if (read.outcome !== 'allow') return read;
	return SPEAKS_FOR_FAMILY.includes(read.relation) || read.relation === 'regisseur'
		? read
		: hide('geen_gezinslid');
});

/** The scaling question of a goal is answered by family who see the goal: only for themselves. */
export const canScoreGoal = policy('goal.score', (actor, goal: ItemFacts) => {
	const read = canReadItem(actor, goal);
	if (read.outcome !== 'allow') return read;
	return SPEAKS_FOR_FAMILY.includes(read.relation) ? read : hide('geen_gezinslid');
});
