import type { OrganisationId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy } from '#lib/kernel/policy.ts';
import type { PasskeyId, SessionId } from './model.ts';
import type { InvitationState } from './rules.ts';

/** `none`: the portal knows the person, who never accepted an invitation. */
export type AccountState = 'open' | 'disabled' | 'none';

export type StartFacts = {
	/** The session that is about to start. */
	readonly id: SessionId;
	readonly personId: PersonId;
	readonly account: AccountState;
	readonly staff: boolean;
	/** Chosen from the demo's list. Only possible while the portal runs as a demo. */
	readonly demo: boolean;
};

/** The actor is who the proof (link, code, choice in the demo) says it is. */
export const canStartSession = policy('session.start', (actor, facts: StartFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.personId) return hide('onbekend');
	if (facts.account === 'disabled') return hide('onbekend');
	if (facts.staff && actor.assurance !== 'second-factor') return deny('tweede_stap');
	if (facts.account === 'open' || facts.demo) return allow('zelf');
	return hide('onbekend');
});

export type SessionOwner = { readonly id: SessionId; readonly personId: PersonId };

export const canExtendSession = policy('session.extend', (actor, session: SessionOwner) => {
	if (actor.kind === 'person' && actor.id === session.personId) return allow('zelf');
	return hide('onbekend');
});

export const canEndSession = policy('session.end', (actor, session: SessionOwner) => {
	if (actor.kind === 'person' && actor.id === session.personId) return allow('zelf');
	return hide('onbekend');
});

export type OpenAccountFacts = {
	readonly id: PersonId;
	readonly account: AccountState;
	readonly staff: boolean;
	readonly invitation: InvitationState;
};

/**
 * The actor is the invited person, proved by the link (and by the personal code when shared); staff by
 * link, personal code and the passkey that they made.
 */
export const canOpenAccount = policy('account.open', (actor, facts: OpenAccountFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('onbekend');
	if (facts.account === 'disabled') return hide('onbekend');
	if (facts.staff && actor.assurance !== 'second-factor') return hide('onbekend');
	if (facts.invitation === 'open') return allow('zelf');
	return hide('onbekend');
});

export type OwnAccount = { readonly id: PersonId };

export const canSeeAccount = policy('account.see', (actor, account: OwnAccount) => {
	if (actor.kind === 'person' && actor.id === account.id) return allow('zelf');
	return hide('onbekend');
});

export const canChooseLanguage = policy('language.choose', (actor, account: OwnAccount) => {
	if (actor.kind === 'person' && actor.id === account.id) return allow('zelf');
	return hide('onbekend');
});

export type InviteStaffFacts = {
	readonly id: PersonId;
	/** The organisation that the professional works for; null for everyone who is not one. */
	readonly organisation: OrganisationId | null;
	readonly account: AccountState;
};

/** Only from the portal's own machine, which speaks for the organisation. */
export const canInviteStaff = policy('staff.invite', (actor, facts: InviteStaffFacts) => {
	if (actor.kind !== 'machine' || facts.organisation === null) return hide('onbekend');
	if (facts.account === 'disabled') return hide('onbekend');
	if (actor.source === facts.organisation) return allow('beheer');
	return hide('onbekend');
});

export type AdministratorFacts = InviteStaffFacts & {
	/** Whether the organisation works for the region. */
	readonly ofRegion: boolean;
};

/** Who keeps a region's texts is a professional of that region, and is named by the portal's operator. */
export const canAppointAdministrator = policy(
	'administrator.appoint',
	(actor, { ofRegion, ...facts }: AdministratorFacts) =>
		ofRegion ? canInviteStaff(actor, facts) : hide('onbekend')
);

export type KeyringFacts = {
	readonly id: PersonId;
	readonly account: AccountState;
	readonly staff: boolean;
	/** Signed in, or proved to be the invited one, within the last five minutes. */
	readonly fresh: boolean;
};

export const canSeePasskeys = policy('passkey.see', (actor, facts: KeyringFacts) => {
	if (keeps(actor, facts.id, facts)) return allow('zelf');
	return hide('onbekend');
});

export const canAddPasskey = policy('passkey.add', (actor, facts: KeyringFacts) => {
	if (!keeps(actor, facts.id, facts)) return hide('onbekend');
	if (facts.fresh) return allow('zelf');
	return deny('opnieuw_aanmelden');
});

export type PasskeyFacts = Omit<KeyringFacts, 'id'> & {
	readonly id: PasskeyId;
	readonly personId: PersonId;
	/** How many keys the person has, this one too. */
	readonly keys: number;
};

export const canRemovePasskey = policy('passkey.remove', (actor, facts: PasskeyFacts) => {
	if (!keeps(actor, facts.personId, facts)) return hide('onbekend');
	if (!facts.fresh) return deny('opnieuw_aanmelden');
	if (facts.keys > 1) return allow('zelf');
	return deny('laatste_sleutel');
});

/** Keys are for staff with an account, signed in with one. */
const keeps = (
	actor: Actor,
	personId: PersonId,
	{ account, staff }: Pick<KeyringFacts, 'account' | 'staff'>
) =>
	actor.kind === 'person' &&
	actor.id === personId &&
	actor.assurance === 'second-factor' &&
	staff &&
	account === 'open';
