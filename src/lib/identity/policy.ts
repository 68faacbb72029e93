import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy } from '#lib/kernel/policy.ts';
import type { SessionId } from './model.ts';
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

/** The actor is the invited person, proved by the link (and by the personal code when shared). */
export const canOpenAccount = policy('account.open', (actor, facts: OpenAccountFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('onbekend');
	if (facts.account === 'disabled' || facts.staff) return hide('onbekend');
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
