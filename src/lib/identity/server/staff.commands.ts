import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { hashCode, hashToken, newCode, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once } from '#lib/server/receipt.ts';
import type { NewKey } from '../model.ts';
import { canInviteStaff } from '../policy.ts';
import { DESK, invitationExpiry } from '../rules.ts';
import { standingOf } from './accounts.store.ts';
import { makeChallenge, takeChallenge } from './challenges.ts';
import { mayLook, openAccount, stateOf } from './invitations.ts';
import { saveInvitation, staffInvitationByToken, type InvitationRow } from './invitations.store.ts';
import { keepKey } from './passkeys.commands.ts';
import { passkeyByCredential } from './passkeys.store.ts';
import { codeFits } from './people-at.ts';
import { startSession, type Browser } from './sessions.commands.ts';
import { deleteSessionsOf } from './sessions.store.ts';
import { stepOnce, type Asking, type Outcome } from './signed-in.ts';
import { answersTo, checkNewKey } from './webauthn.ts';

/**
 * Invites a professional, for the first time or because a device was lost. The link follows by mail;
 * an earlier link and all sessions end now, earlier keys when the new one is there.
 * @returns the personal code, to be told in person and kept nowhere
 * @throws {Denied} when this is not a professional of the organisation, or the account is closed
 */
export const inviteStaff = (
	ctx: Ctx,
	actor: Actor,
	who: { personId: PersonId; email: string }
): Promise<{ personalCode: string }> =>
	ctx.db.write(async (tx) => {
		const { personId, email } = who;
		const standing = await standingOf(tx, personId);
		const may = authorize(canInviteStaff, actor, standing && { ...standing, id: personId });
		const at = ctx.now();
		const personalCode = newCode();
		const row: InvitationRow = {
			id: newId(),
			personId,
			email,
			tokenHash: null,
			personalCodeHash: hashCode(personalCode),
			codeAlways: false,
			codeTries: 0,
			createdAt: at,
			expiresAt: invitationExpiry(at),
			acceptedAt: null,
			revokedAt: null
		};
		await saveInvitation(tx, row);
		await enqueue(ctx, tx, { kind: 'staff-invitation', about: row.id });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'invitation' });
		const ended = await deleteSessionsOf(tx, may);
		if (ended.length > 0) await recordAudit(ctx, tx, may, { action: 'delete', thing: 'session' });
		return { personalCode };
	});

type CodeStep = 'proved' | 'wrong' | 'wait' | 'used' | 'expired' | 'unknown';

/**
 * Says by the personal code that the invited professional holds the link. This browser may then make
 * a key; there is no account yet and nothing to see.
 * @returns null after too many looks
 */
export async function proveStaffCode(
	ctx: Ctx,
	{ secret, key }: Asking,
	asked: { token: string; personalCode: string; network: string }
): Promise<CodeStep | null> {
	if (!(await mayLook(ctx, asked.network))) return null;
	const tokenHash = hashToken(asked.token);
	const browserHash = hashToken(secret);
	const step = await once(ctx, `prove ${tokenHash} ${browserHash} ${key}`, async (tx) => {
		const found = await staffInvitationByToken(tx, tokenHash);
		const at = ctx.now();
		const state = stateOf(found, at);
		if (!found || state !== 'open') return state;
		if (!(await withinLimit(tx, LIMITS.personalCode, `staff ${found.id}`, at))) return 'wait';
		if (!codeFits(asked.personalCode, found.personalCodeHash)) return 'wrong';
		await makeChallenge(ctx, tx, { browserHash, purpose: 'first-key' }, found.personId);
		return 'proved';
	});
	return step as CodeStep;
}

/**
 * Keeps the key that the invited professional made: now there is an account, with this key only, and
 * a session with the second factor.
 */
export const acceptStaffInvitation = (
	ctx: Ctx,
	{ secret, key }: Asking,
	asked: { token: string; made: NewKey; browser: Browser }
): Promise<Outcome> => {
	const tokenHash = hashToken(asked.token);
	const browserHash = hashToken(secret);
	return stepOnce(ctx, `first-key ${tokenHash} ${browserHash} ${key}`, async (tx) => {
		const found = await staffInvitationByToken(tx, tokenHash);
		const state = stateOf(found, ctx.now());
		if (!found || state === 'unknown') return { step: 'unknown' };
		if (state !== 'open') return { step: state };
		const taken = await takeChallenge(ctx, tx, { browserHash, purpose: 'first-key' });
		if (taken?.personId !== found.personId) return { step: 'over' };
		if (!answersTo(taken.challenge, asked.made)) return { step: 'over' };
		const checked = await checkNewKey(ctx.config, asked.made, taken.challenge);
		const there = checked && (await passkeyByCredential(tx, checked.credentialId));
		if (!checked || (there && there.personId !== found.personId)) return { step: 'wrong' };
		await openAccount(ctx, tx, found, 'second-factor');
		const { personId } = found;
		const actor: Actor = { kind: 'person', id: personId, assurance: 'second-factor' };
		await keepKey(ctx, tx, actor, {
			made: asked.made,
			checked,
			device: asked.browser.device,
			fresh: true,
			instead: true
		});
		const who = { personId, assurance: 'second-factor', demo: false } as const;
		const started = await startSession(ctx, tx, who, asked.browser);
		return { step: 'signedIn', ...started, next: DESK };
	});
};
