import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor, Assurance } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { hashCode, hashToken, newCode, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { email as emailSchema } from '../model.ts';
import { canOpenAccount } from '../policy.ts';
import {
	CODE_TRIES,
	HOME,
	invitationExpiry,
	invitationState,
	type InvitationState
} from '../rules.ts';
import { accountEmail, saveAccount, standingOf } from './accounts.store.ts';
import {
	countWrongCode,
	invitationByToken,
	invitationOf,
	saveAccepted,
	saveInvitation,
	saveRevoked,
	type InvitationRow
} from './invitations.store.ts';
import { codeFits, peopleAt, whoTyped } from './people-at.ts';
import { endEverySession, startSession, type Browser } from './sessions.commands.ts';
import { stepOnce, type Asking, type Outcome } from './signed-in.ts';

/**
 * Invites a person at an address, inside the transaction that made the person known. The mail follows
 * from the outbox. An earlier invitation of this person, to another address or out of date, ends.
 * @param who.told somebody told a code before: then that one is asked, whoever shares the address
 * @returns the personal code, to be told in person and kept nowhere; null when nothing was needed: an
 * account with this address or an open invitation to it is there, or the person is staff
 */
export async function invite(
	ctx: Ctx,
	tx: Tx,
	who: { personId: PersonId; email: string; told?: { codeHash: string } }
): Promise<{ personalCode: string } | null> {
	const email = emailSchema.parse(who.email);
	const standing = await standingOf(tx, who.personId);
	if (!standing || standing.staff) return null;
	if ((await accountEmail(tx, who.personId)) === email) return null;
	const at = ctx.now();
	const earlier = await invitationOf(tx, who.personId);
	if (earlier?.email === email && invitationState(earlier, at) === 'open') return null;
	const personalCode = newCode();
	const row: InvitationRow = {
		id: newId(),
		personId: who.personId,
		email,
		tokenHash: null,
		personalCodeHash: who.told?.codeHash ?? hashCode(personalCode),
		codeAlways: who.told !== undefined,
		codeTries: 0,
		createdAt: at,
		expiresAt: invitationExpiry(at),
		acceptedAt: null,
		revokedAt: null
	};
	await saveInvitation(tx, row);
	await enqueue(ctx, tx, { kind: 'invitation', about: row.id });
	return { personalCode };
}

/** Whether this person has an account with this address, or was ever invited at it. */
export async function isReachedAt(
	read: Reader,
	personId: PersonId,
	email: string
): Promise<boolean> {
	if ((await accountEmail(read, personId)) === email) return true;
	return (await invitationOf(read, personId))?.email === email;
}

/** Takes an invitation back, also one whose mail still waits or was already read. */
export async function revokeInvitation(ctx: Ctx, tx: Tx, personId: PersonId): Promise<void> {
	await saveRevoked(tx, personId, ctx.now());
}

export type InvitationView = {
	readonly state: 'open' | 'expired' | 'used' | 'unknown';
	/** More people have this address, so the personal code is asked. */
	readonly shared: boolean;
	/** The code that was told in person is asked. */
	readonly told?: true;
};

/**
 * What the link in a mail leads to. Looking uses nothing up: mail scanners look too.
 * @param network where the request comes from; looking is counted
 * @returns null after too many looks
 */
export async function lookUpInvitation(
	ctx: Ctx,
	token: string,
	network: string
): Promise<InvitationView | null> {
	if (!(await mayLook(ctx, network))) return null;
	const found = await invitationByToken(ctx.db.read, hashToken(token));
	const state = stateOf(found, ctx.now());
	if (!found || state !== 'open') return { state, shared: false };
	if (found.codeAlways) return { state, shared: false, told: true };
	const people = await peopleAt(ctx.db.read, found.email, ctx.now());
	return { state, shared: people.length > 1 };
}

/**
 * Accepts an invitation: opens the account and signs in. With a shared address the personal code says
 * which of the invited people it is.
 * @returns null after too many looks
 */
export async function acceptInvitation(
	ctx: Ctx,
	{ secret, key }: Asking,
	asked: { token: string; personalCode: string; network: string; browser: Browser }
): Promise<Outcome | null> {
	if (!(await mayLook(ctx, asked.network))) return null;
	const tokenHash = hashToken(asked.token);
	return stepOnce(ctx, `accept ${tokenHash} ${hashToken(secret)} ${key}`, async (tx) => {
		const found = await invitationByToken(tx, tokenHash);
		const at = ctx.now();
		const state = stateOf(found, at);
		if (!found || state === 'unknown') return { step: 'unknown' };
		if (state !== 'open') return { step: state };
		const people = await peopleAt(tx, found.email, at);
		let accepted: InvitationRow | null = found;
		if (found.codeAlways) {
			if (!codeFits(asked.personalCode, found.personalCodeHash)) {
				// Guessed from however many addresses: the tries belong to the invitation.
				const tries = await countWrongCode(tx, found.id);
				if (tries < CODE_TRIES) return { step: 'wrong' };
				await saveRevoked(tx, found.personId, at);
				return { step: 'unknown' };
			}
		} else if (people.length > 1) {
			const invited = people.filter(
				(person) => person.invitation && invitationState(person.invitation, at) === 'open'
			);
			const within = await withinLimit(tx, LIMITS.personalCode, found.email, at);
			if (!within) return { step: 'wait' };
			accepted = whoTyped(invited, asked.personalCode)?.invitation ?? null;
			if (!accepted) return { step: 'wrong' };
		}
		await openAccount(ctx, tx, accepted);
		const who = { personId: accepted.personId, assurance: 'link', demo: false } as const;
		return {
			step: 'signedIn',
			...(await startSession(ctx, tx, who, asked.browser)),
			next: HOME
		};
	});
}

/** Opens the account of an invited person, in the transaction in which the proof is used up. */
export async function openAccount(
	ctx: Ctx,
	tx: Tx,
	invitation: InvitationRow,
	assurance: Assurance = 'link'
): Promise<void> {
	const { personId, email } = invitation;
	const actor: Actor & { kind: 'person' } = { kind: 'person', id: personId, assurance };
	const at = ctx.now();
	const standing = await standingOf(tx, personId);
	const state = invitationState(invitation, at);
	const may = authorize(
		canOpenAccount,
		actor,
		standing && { ...standing, id: personId, invitation: state }
	);
	// An account that moves to another address: whoever reads the old one is signed out.
	if (standing?.account === 'open') await endEverySession(ctx, tx, actor);
	await saveAccount(tx, may, { email, at });
	await saveAccepted(tx, may, at);
	await recordAudit(ctx, tx, may, { action: 'create', thing: 'account' });
}

export const mayLook = (ctx: Ctx, network: string) =>
	ctx.db.write((tx) => withinLimit(tx, LIMITS.invitationLookUp, network, ctx.now()));

/** A link that was revoked is as unknown as one that never was. */
export function stateOf(found: InvitationRow | undefined, now: Date): InvitationView['state'] {
	const state: InvitationState = found ? invitationState(found, now) : 'revoked';
	return state === 'revoked' ? 'unknown' : state;
}
