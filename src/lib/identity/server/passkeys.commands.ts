import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once } from '#lib/server/receipt.ts';
import type { Device, KeyProof, NewKey, PasskeyId, SessionId } from '../model.ts';
import { canAddPasskey, canRemovePasskey } from '../policy.ts';
import { DESK, HOME, safeNext } from '../rules.ts';
import { standingOf } from './accounts.store.ts';
import { makeChallenge, takeChallenge } from './challenges.ts';
import { keyringOf } from './keyring.ts';
import {
	deletePasskey,
	deletePasskeysOf,
	insertPasskey,
	passkeyByCredential,
	passkeysOf,
	savePasskeyUsed
} from './passkeys.store.ts';
import { startSession, type Browser } from './sessions.commands.ts';
import { stepOnce, type Asking, type Outcome } from './signed-in.ts';
import {
	answersTo,
	checkKeyProof,
	checkNewKey,
	requestOptions,
	type CheckedKey
} from './webauthn.ts';

/**
 * Makes what a key of this portal has to sign in this browser.
 * @returns options for the browser, as JSON; null when this network asked too often
 */
export async function askKey(ctx: Ctx, secret: string, network: string): Promise<string | null> {
	const asker = { browserHash: hashToken(secret), purpose: 'sign-in' } as const;
	const challenge = await ctx.db.write(async (tx) =>
		(await withinLimit(tx, LIMITS.passkeyPage, network, ctx.now()))
			? makeChallenge(ctx, tx, asker, null)
			: null
	);
	return challenge && requestOptions(ctx.config, challenge);
}

/**
 * Signs a professional in with a key. An unknown key, one that does not fit and one of a closed
 * account answer alike.
 */
export const signInWithKey = (
	ctx: Ctx,
	{ secret, key }: Asking,
	asked: { proof: KeyProof; next: string; network: string; browser: Browser }
): Promise<Outcome> => {
	const browserHash = hashToken(secret);
	return stepOnce(ctx, `key ${browserHash} ${key}`, async (tx) => {
		const at = ctx.now();
		if (!(await withinLimit(tx, LIMITS.passkey, asked.network, at))) return { step: 'wait' };
		const taken = await takeChallenge(ctx, tx, { browserHash, purpose: 'sign-in' });
		if (!taken || !answersTo(taken.challenge, asked.proof)) return { step: 'over' };
		const kept = await passkeyByCredential(tx, asked.proof.id);
		if (!kept) return { step: 'unknown' };
		const counter = await checkKeyProof(ctx.config, asked.proof, taken.challenge, kept);
		const standing = await standingOf(tx, kept.personId);
		if (counter === null || !standing?.staff || standing.account !== 'open') {
			// A counter that went back is a copied key: somebody should be able to see it.
			ctx.log.warn({ event: 'passkey-refused', request: ctx.requestId, passkey: kept.id });
			return { step: 'unknown' };
		}
		await savePasskeyUsed(tx, kept.id, { counter, lastUsedOn: dayInNetherlands(at) });
		const who = { personId: kept.personId, assurance: 'second-factor', demo: false } as const;
		const started = await startSession(ctx, tx, who, asked.browser);
		const next = safeNext(asked.next);
		return { step: 'signedIn', ...started, next: next === HOME ? DESK : next };
	});
};

/**
 * Keeps one more key of a professional who has just signed in.
 * @returns false when the challenge is over, or what the device made does not fit
 */
export async function addKey(
	ctx: Ctx,
	actor: Actor,
	asked: { made: NewKey; device: Device; session: SessionId | null } & Asking
): Promise<boolean> {
	const browserHash = hashToken(asked.secret);
	const done = await once(ctx, `more-keys ${browserHash} ${asked.key}`, async (tx) => {
		const ring = await keyringOf(ctx, tx, actor, asked.session);
		authorize(canAddPasskey, actor, ring);
		const taken = await takeChallenge(ctx, tx, { browserHash, purpose: 'more-keys' });
		if (!taken || taken.personId !== ring?.id) return 'over';
		const checked = await checkNewKey(ctx.config, asked.made, taken.challenge);
		if (!checked || (await passkeyByCredential(tx, checked.credentialId))) return 'over';
		await keepKey(ctx, tx, actor, { ...asked, checked, fresh: ring.fresh });
		return 'kept';
	});
	return done === 'kept';
}

/** Removes a key that is not the last one. */
export async function removeKey(
	ctx: Ctx,
	actor: Actor,
	asked: { passkey: PasskeyId; session: SessionId | null; key: string }
): Promise<void> {
	await once(ctx, `remove-key ${asked.passkey} ${asked.key}`, async (tx) => {
		const ring = await keyringOf(ctx, tx, actor, asked.session);
		const keys = ring ? await passkeysOf(tx, ring.id) : [];
		const found = keys.find(({ id }) => id === asked.passkey);
		const facts = ring && found && { ...ring, ...found, keys: keys.length };
		const may = authorize(canRemovePasskey, actor, facts);
		await deletePasskey(tx, may);
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'passkey' });
		return 'removed';
	});
}

type Kept = {
	readonly made: NewKey;
	readonly checked: CheckedKey;
	readonly device: Device;
	readonly fresh: boolean;
	/** Earlier keys go: the device they were on was lost. */
	readonly instead?: true;
};

/** Keeps a checked key, in the transaction in which its challenge was taken. */
export async function keepKey(ctx: Ctx, tx: Tx, actor: Actor, kept: Kept): Promise<void> {
	const { made, checked, device, fresh, instead = false } = kept;
	const id = actor.kind === 'person' ? actor.id : null;
	const standing = id && (await standingOf(tx, id));
	const may = authorize(canAddPasskey, actor, id && standing && { ...standing, id, fresh });
	if (instead) {
		const gone = await deletePasskeysOf(tx, may);
		if (gone.length > 0) await recordAudit(ctx, tx, may, { action: 'delete', thing: 'passkey' });
	}
	const at = ctx.now();
	await insertPasskey(tx, may, {
		...checked,
		id: newId(),
		device: made.authenticatorAttachment === 'platform' ? device : 'other',
		createdAt: at,
		lastUsedOn: dayInNetherlands(at)
	});
	await recordAudit(ctx, tx, may, { action: 'create', thing: 'passkey' });
}
