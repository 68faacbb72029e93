import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { OwnPlanAct, PieceKind } from './model.ts';
import {
	after,
	isReleased,
	kindsIn,
	mayBeInvited,
	memberOf,
	readsPiece,
	type GroupFacts
} from './rules.ts';

export type OwnPlanFacts = GroupFacts & { readonly id: string };

/**
 * Who opens the family's own plan as one of the group. Until someone begins it is only the business
 * of parents and guardians with gezag; where the law gives no offer, nobody finds anything.
 */
export const canOpenOwnPlan = policy('own-plan.open', (actor, facts: OwnPlanFacts) => {
	const member = actor.kind === 'person' ? memberOf(facts, actor.id) : null;
	if (!member) return hide('niet_in_de_groep');
	if (member.holder) return allow(member.relation);
	switch (facts.state) {
		case 'bezig':
		case 'vrijgegeven':
		case 'beantwoord':
		case 'overgenomen':
		case 'niet_gewild':
			return allow(member.relation);
		case 'niet_aangeboden':
		case 'aangeboden':
		case 'niet_mogelijk':
			return hide('nog_niet_begonnen');
	}
	return hide('onbekende_stand');
});

/**
 * The regisseur's page: to offer, and to read after the release. While the family writes there is no
 * such page.
 */
export const canManageOwnPlan = policy('own-plan.manage', (actor, facts: OwnPlanFacts) => {
	const regisseur = asRegisseur(actor, facts);
	if (regisseur.outcome !== 'allow') return regisseur;
	if (facts.state === 'bezig') return hide('nog_van_het_gezin');
	return isReleased(facts.state) || facts.children.length > 0 ? regisseur : hide('geen_recht');
});

export const canOfferOwnPlan = policy('own-plan.offer', (actor, facts: OwnPlanFacts) =>
	whenRegisseurCan(actor, facts, 'aanbieden')
);

/** Threats to the child, or harm to it otherwise: the regisseur's two reasons (Jeugdwet 4.1.2). */
export const canExcludeOwnPlan = policy('own-plan.exclude', (actor, facts: OwnPlanFacts) =>
	whenRegisseurCan(actor, facts, 'uitsluiten')
);

export const canAnswerOwnPlan = policy('own-plan.answer', (actor, facts: OwnPlanFacts) =>
	whenRegisseurCan(actor, facts, 'antwoorden')
);

export const canTakeOverOwnPlan = policy('own-plan.take-over', (actor, facts: OwnPlanFacts) =>
	whenRegisseurCan(actor, facts, 'overnemen')
);

/** A parent with gezag begins, also without an offer: the right is theirs. */
export const canBeginOwnPlan = policy('own-plan.begin', (actor, facts: OwnPlanFacts) =>
	whenHolderCan(actor, facts, 'beginnen')
);

/** Only a parent with gezag says that the parents do not want it (Jeugdwet 4.1.2). */
export const canDeclineOwnPlan = policy('own-plan.decline', (actor, facts: OwnPlanFacts) =>
	whenHolderCan(actor, facts, 'niet_willen')
);

/** The family gives its plan to the regisseur: any parent with gezag in the group. */
export const canReleaseOwnPlan = policy('own-plan.release', (actor, facts: OwnPlanFacts) =>
	whenHolderCan(actor, facts, 'vrijgeven')
);

export type InviteFacts = OwnPlanFacts & { readonly guestId: PersonId };

/** A parent with gezag asks someone of the network, or a step-parent, to write along. */
export const canInviteToGroup = policy('own-plan.invite', (actor, facts: InviteFacts) => {
	const holder = whenHolderCan(actor, facts, 'vrijgeven');
	if (holder.outcome !== 'allow') return holder;
	const guest = participationOf(facts.family, facts.guestId);
	return guest && mayBeInvited(facts, guest) ? holder : hide('niet_uit_te_nodigen');
});

/** The one who invited takes it back, and who was invited may leave, at any time. */
export const canEndInvitation = policy('own-plan.end-invitation', (actor, facts: InviteFacts) => {
	const member = actor.kind === 'person' ? memberOf(facts, actor.id) : null;
	if (!member || actor.kind !== 'person') return hide('niet_in_de_groep');
	const found = facts.invitations.some(
		(one) =>
			one.personId === facts.guestId && (one.invitedById === actor.id || one.personId === actor.id)
	);
	return found ? allow(member.relation) : hide('niet_uitgenodigd');
});

export type AddPieceFacts = OwnPlanFacts & { readonly kind: PieceKind };

/** Everyone in the group writes; after the release only remarks. */
export const canAddPiece = policy('own-plan-piece.add', (actor, facts: AddPieceFacts) => {
	const opened = canOpenOwnPlan(actor, facts);
	if (opened.outcome !== 'allow') return opened;
	return kindsIn(facts.state).includes(facts.kind) ? opened : deny('eigen_plan_dicht');
});

export type PieceFacts = OwnPlanFacts & {
	readonly authorId: PersonId;
	readonly about: readonly PersonId[];
};

/** Only the one who wrote a piece changes it or takes it away, until the release. */
export const canChangePiece = policy('own-plan-piece.change', (actor, facts: PieceFacts) => {
	const opened = canOpenOwnPlan(actor, facts);
	if (opened.outcome !== 'allow' || actor.kind !== 'person') return opened;
	const member = memberOf(facts, actor.id);
	const reads = member && readsPiece(member, { children: facts.about });
	if (!reads || facts.authorId !== actor.id) return hide('niet_van_u');
	return facts.state === 'bezig' ? opened : deny('eigen_plan_dicht');
});

function asRegisseur(actor: Actor, { family }: OwnPlanFacts): Decision {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
}

function whenRegisseurCan(actor: Actor, facts: OwnPlanFacts, act: OwnPlanAct): Decision {
	const decision = canManageOwnPlan(actor, facts);
	if (decision.outcome !== 'allow') return decision;
	return after(facts.state, act) ? decision : deny('eigen_plan_anders');
}

function whenHolderCan(actor: Actor, facts: OwnPlanFacts, act: OwnPlanAct): Decision {
	const decision = canOpenOwnPlan(actor, facts);
	if (decision.outcome !== 'allow' || actor.kind !== 'person') return decision;
	if (!memberOf(facts, actor.id)?.holder) return hide('geen_gezag');
	return after(facts.state, act) ? decision : deny('eigen_plan_anders');
}
