import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import { ADULT } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { isDomain, UNTIL_AGE, type Part, type StayKind } from './model.ts';
import type { Nearby } from './near.rules.ts';

export type OwnFacts = {
	readonly id: string;
	/** Whose plan it is: somebody who is or was a child of a family here. */
	readonly ownerId: PersonId;
	readonly age: number;
};

/** The own plan is opened by the youth alone, for good: it does not close at 18, nor when help ends (T3). */
export const canOpenPlan = policy('toekomstplan.open', (actor, facts: OwnFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.ownerId) return hide('niet_van_u');
	return facts.age >= OWN_SIGN_IN_AGE ? allow('kind') : hide('jonger_dan_12');
});

/** The youth begins it and writes in it, and nobody else; until the 27th birthday. */
export const canWriteInPlan = policy('toekomstplan.write', (actor, facts: OwnFacts) => {
	const open = canOpenPlan(actor, facts);
	if (open.outcome !== 'allow') return open;
	return facts.age < UNTIL_AGE ? allow('kind') : deny('later_voorbij');
});

/** The youth takes it all away, at any age: it is the youth's. */
export const canErasePlan = policy('toekomstplan.erase', (actor, facts: OwnFacts) =>
	canOpenPlan(actor, facts)
);

export type PartFacts = OwnFacts & {
	readonly part: Part;
	readonly near: readonly Nearby[];
	/** What is shared at this moment. */
	readonly shares: readonly { readonly part: Part; readonly withId: PersonId }[];
};

/**
 * A part is seen by the youth, and by whom the youth shares this part with (T1). Sharing opens nothing
 * for who has no place around the youth, and for professionals only as long as they help.
 */
export const canReadPart = policy('toekomstplan.read-part', (actor, facts: PartFacts) => {
	const own = canOpenPlan(actor, facts);
	if (own.outcome === 'allow' || actor.kind !== 'person') return own;
	if (facts.age >= UNTIL_AGE) return hide('later_voorbij');
	const { part, shares, near } = facts;
	if (!shares.some((one) => one.part === part && one.withId === actor.id))
		return hide('niet_gedeeld');
	return letIn(
		actor,
		near.find((one) => one.personId === actor.id),
		facts.age
	);
});

/**
 * A tip is given by whoever sees the part now: the youth chose those people (T7). Not on the timeline
 * and the basics, which are facts and the youth's own judgement.
 */
export const canGiveTip = policy('toekomstplan.give-tip', (actor, facts: PartFacts) => {
	if (actor.kind === 'person' && actor.id === facts.ownerId) return hide('eigen_plan');
	return isDomain(facts.part) ? canReadPart(actor, facts) : hide('geen_vraag');
});

/** Who can be let in at all, once the youth wants it. The strictest line of access-rules holds. */
function letIn(actor: Person, near: Nearby | undefined, age: number): Decision {
	if (!near || near.closed) return hide('geen_deelnemer');
	switch (near.as) {
		case 'regisseur':
		case 'professional':
			if (!near.now) return hide('geen_deelnemer');
			return actor.assurance === 'second-factor' ? allow(near.as) : hide('tweede_factor');
		case 'steun':
			return near.now ? allow('steun') : hide('geen_deelnemer');
		case 'ouder':
			// Under 16 a parent without gezag has nothing in the portal, also when the child would share.
			return near.gezag || age >= 16 ? allow('ouder') : hide('geen_gezag');
		case 'voogd':
			return age < ADULT ? allow('voogd') : hide('meerderjarig');
		case 'pleegouder':
		case 'gezinshuisouder':
		case 'netwerk':
		case 'jim':
			return allow(near.as);
		case 'kind':
			return hide('ander_kind');
	}
	return hide('onbekende_relatie');
}

export type SharePartFacts = OwnFacts & {
	readonly withId: PersonId;
	readonly near: readonly Nearby[];
};

/** Only the youth shares, with somebody who takes part today and could then see it. */
export const canSharePart = policy('toekomstplan.share', (actor, facts: SharePartFacts) => {
	const write = canWriteInPlan(actor, facts);
	if (write.outcome !== 'allow') return write;
	const near = facts.near.find((one) => one.personId === facts.withId);
	if (!near?.now) return hide('geen_deelnemer');
	const seen = letIn(
		{ kind: 'person', id: facts.withId, assurance: 'second-factor' },
		near,
		facts.age
	);
	return seen.outcome === 'allow' ? allow('kind') : seen;
});

/** Only the youth stops, at any time and any age: stopping is never harder than starting. */
export const canStopSharingPart = policy('toekomstplan.unshare', (actor, facts: OwnFacts) =>
	canOpenPlan(actor, facts)
);

export type StayFacts = {
	readonly id: string;
	readonly ownerId: PersonId;
	readonly kind: StayKind;
	readonly personId: PersonId | null;
	/** It was not taken back, and can still be answered. */
	readonly open: boolean;
};

/**
 * Yes or no is said by who holds the link; by a professional only as that person, signed in. Never by
 * the youth: a yes is somebody else's (T6).
 */
export const canAnswerStay = policy('toekomstplan.answer-stay', (actor, facts: StayFacts) => {
	if (!facts.open || actor.kind === 'machine') return hide('niet_gevraagd');
	if (actor.kind === 'person' && actor.id === facts.ownerId) return hide('eigen_vraag');
	if (facts.kind === 'blijft') return allow('gevraagd');
	if (actor.kind !== 'person' || actor.id !== facts.personId) return hide('niet_gevraagd');
	return actor.assurance === 'second-factor' ? allow('professional') : hide('tweede_factor');
});

type Person = Extract<Actor, { kind: 'person' }>;
