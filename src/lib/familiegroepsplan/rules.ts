import type { ConsentFacts } from '#lib/consent/model.ts';
import { isRestricted } from '#lib/consent/rules.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts, ParticipantFacts, Relation } from '#lib/family/model.ts';
import {
	ADULT,
	ageOf,
	childrenOf,
	hasGezag,
	isRegisseur,
	participationOf
} from '#lib/family/rules.ts';
import { isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderFacts } from '#lib/plan/model.ts';
import type { OwnPlanAct, OwnPlanState, PieceKind } from './model.ts';

/** A child as the offer looks at it. */
export type OfferChild = {
	readonly id: PersonId;
	/** Null when the birth date is not known. */
	readonly age: number | null;
	/** Who holds the guardianship today: a worker of a GI, a person, or nobody. */
	readonly guardian: 'gi' | 'persoon' | null;
};

/**
 * The children about whom the family is offered to make its own plan first. Not for a child under
 * jeugdreclassering or in the guardianship of a GI, whatever else holds for that child (Jeugdwet
 * 4.1.2), and not for an adult. A guardianship of which the holder is not known counts as a GI's.
 * No offer is made when nobody is left. (BW 1:262a never came into force; this right does not rest
 * on it.)
 */
export const mayBeOffered = (
	children: readonly OfferChild[],
	kaders: readonly KaderFacts[],
	today: Day
): PersonId[] =>
	children
		.filter(({ id, age, guardian }) => {
			if (age === null || age >= ADULT || guardian === 'gi') return false;
			const holds = (kind: KaderFacts['kind']) =>
				kaders.some((one) => one.childId === id && one.kind === kind && isCurrent(one, today));
			if (holds('jeugdreclassering')) return false;
			return guardian === 'persoon' || !holds('voogdij');
		})
		.map(({ id }) => id);

/** The children of a family today, as {@link mayBeOffered} looks at them. */
export const offerChildren = (family: FamilyFacts): OfferChild[] =>
	childrenOf(family).map((id) => ({
		id,
		age: ageOf(family, id),
		guardian: guardianOf(family, id)
	}));

function guardianOf(family: FamilyFacts, child: PersonId): OfferChild['guardian'] {
	const holders = family.gezag.filter(
		(one) => one.childId === child && one.kind === 'voogdij' && isCurrent(one, family.today)
	);
	if (holders.length === 0) return null;
	// A GI names a worker to be the guardian; a person who is guardian takes part as such.
	const persons = holders.every(
		({ holderId }) => participationOf(family, holderId)?.relation === 'voogd'
	);
	return persons ? 'persoon' : 'gi';
}

/** What each act leads to. An act that is not named cannot be done in that state. */
const LEADS_TO: Readonly<
	Record<OwnPlanState, Readonly<Partial<Record<OwnPlanAct, OwnPlanState>>>>
> = {
	niet_aangeboden: {
		aanbieden: 'aangeboden',
		beginnen: 'bezig',
		niet_willen: 'niet_gewild',
		uitsluiten: 'niet_mogelijk'
	},
	aangeboden: { beginnen: 'bezig', niet_willen: 'niet_gewild', uitsluiten: 'niet_mogelijk' },
	// The family can always take it up again.
	niet_gewild: { beginnen: 'bezig' },
	niet_mogelijk: { aanbieden: 'aangeboden' },
	bezig: { vrijgeven: 'vrijgegeven', niet_willen: 'niet_gewild' },
	vrijgegeven: { antwoorden: 'beantwoord' },
	beantwoord: { overnemen: 'overgenomen' },
	overgenomen: {}
};

/** The state after an act; null when it cannot be done now. */
export const after = (state: OwnPlanState, act: OwnPlanAct): OwnPlanState | null =>
	LEADS_TO[state][act] ?? null;

/** The family gave it to the regisseur; from here on nobody changes a word of it. */
export const isReleased = (state: OwnPlanState): boolean =>
	state === 'vrijgegeven' || state === 'beantwoord' || state === 'overgenomen';

/** In these it is certain, for now, that no familiegroepsplan comes (Jeugdwet 4.1.3 lid 5). */
export const WAIVED: readonly OwnPlanState[] = ['niet_gewild', 'niet_mogelijk'];

const WHILE_BUSY: readonly PieceKind[] = ['situatie', 'doel', 'stap', 'hulp', 'gelukt'];

/** What can be written in this state: everything until the release, remarks after it. */
export function kindsIn(state: OwnPlanState): readonly PieceKind[] {
	if (state === 'bezig') return WHILE_BUSY;
	return state === 'vrijgegeven' || state === 'beantwoord' ? ['opmerking'] : [];
}

export type GroupFacts = {
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
	readonly state: OwnPlanState;
	/** The children that the own plan is about. */
	readonly children: readonly PersonId[];
	/** Invitations that were not ended. */
	readonly invitations: readonly { readonly personId: PersonId; readonly invitedById: PersonId }[];
};

export type Member = {
	readonly relation: Relation;
	/** A parent or guardian with gezag over these children; only they begin, invite and release. */
	readonly holder: boolean;
	/** The children for whom this person takes part: what is about others stays out of sight (A5). */
	readonly children: readonly PersonId[];
};

/** The children of the plan over whom this person has gezag today, and is not kept from. */
function heldBy({ family, consent, children }: GroupFacts, person: PersonId): PersonId[] {
	const me = participationOf(family, person);
	if (me?.relation !== 'ouder' && me?.relation !== 'voogd') return [];
	return children.filter(
		(child) =>
			hasGezag(family, person, child) && !isRestricted(consent, child, person, family.today)
	);
}

/**
 * How this person takes part in the family's own plan today; null for everyone else. Nobody who is
 * there for work ever takes part.
 */
export function memberOf(facts: GroupFacts, person: PersonId): Member | null {
	const { family, children } = facts;
	const me = participationOf(family, person);
	if (!me || isRegisseur(family, person)) return null;
	const held = heldBy(facts, person);
	if (held.length > 0) return { relation: me.relation, holder: true, children: held };
	if (me.relation === 'kind') {
		const mayWrite = children.includes(person) && (ageOf(family, person) ?? 0) >= OWN_SIGN_IN_AGE;
		return mayWrite ? { relation: 'kind', holder: false, children: [person] } : null;
	}
	if (!mayBeInvited(facts, me)) return null;
	const inviters = facts.invitations.filter((one) => one.personId === person);
	const given = new Set(inviters.flatMap(({ invitedById }) => heldBy(facts, invitedById)));
	const invitedFor = children.filter((child) => given.has(child));
	return invitedFor.length > 0
		? { relation: me.relation, holder: false, children: invitedFor }
		: null;
}

/**
 * Who can be asked to join: own network, and a step-parent or other who raises the children, because
 * for this plan the law counts them as parent; never a foster parent (Jeugdwet 1.1, "ouder"). A parent
 * about whose gezag something was decided, or whose view is restricted, is not asked this way.
 */
export function mayBeInvited(
	{ family, consent }: Pick<GroupFacts, 'family' | 'consent'>,
	{ personId, relation }: Pick<ParticipantFacts, 'personId' | 'relation'>
): boolean {
	if (isRegisseur(family, personId)) return false;
	if (relation === 'netwerk') return true;
	if (relation !== 'ouder') return false;
	const decided = family.gezag.some((one) => one.holderId === personId);
	return !decided && !consent.restrictions.some((one) => one.parentId === personId);
}

/** Everyone who takes part today. */
export const groupOf = (facts: GroupFacts): PersonId[] =>
	facts.family.participants
		.map((one) => one.personId)
		.filter((person) => memberOf(facts, person) !== null);

/** Whether a member reads a piece: it is about at least one child for whom they take part. */
export const readsPiece = (member: Member, piece: { readonly children: readonly PersonId[] }) =>
	piece.children.some((child) => member.children.includes(child));

/** Words about all children of the plan are for who takes part for all of them. */
export const takesPartForAll = (member: Member, facts: Pick<GroupFacts, 'children'>): boolean =>
	facts.children.every((child) => member.children.includes(child));

/** What is shown before a release, as one text: two texts are equal when every word is. */
export const textOf = (
	pieces: readonly {
		readonly id: string;
		readonly kind: PieceKind;
		readonly goalId: string | null;
		readonly words: string;
		readonly ownerId: string | null;
		readonly due: Day | null;
	}[]
): string =>
	JSON.stringify(
		pieces.map((one) => [one.id, one.kind, one.goalId, one.words, one.ownerId, one.due])
	);
