import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor, Assurance } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken, newId, newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import type { Device, SessionId } from '../model.ts';
import { canEndSession, canExtendSession, canStartSession, type SessionOwner } from '../policy.ts';
import { IDLE_MINUTES, sessionExpiry, sessionsToEnd } from '../rules.ts';
import { standingOf } from './accounts.store.ts';
import {
	deleteOverSessions,
	deleteSession,
	insertSession,
	replaceToken,
	saveExtended,
	saveSeen,
	sessionByToken,
	sessionOwner,
	sessionsOf
} from './sessions.store.ts';
import { deleteOldChallenges } from './challenges.store.ts';
import { deleteOldSignIns } from './sign-in.store.ts';

/** The browser in which a session starts. */
export type Browser = {
	readonly device: Device;
	/** The session it already had: it ends, whoever it was of. */
	readonly session: SessionId | null;
};

type PersonActor = Actor & { readonly kind: 'person' };

export type Started = { readonly token: string; readonly sessionId: SessionId };

/**
 * Starts a session with a token that never existed before, whatever the browser brought along.
 * Belongs in the transaction in which the proof is used up.
 */
export async function startSession(
	ctx: Ctx,
	tx: Tx,
	who: { personId: PersonId; assurance: Assurance; demo: boolean },
	browser: Browser
): Promise<Started> {
	const actor: Actor = { kind: 'person', id: who.personId, assurance: who.assurance };
	const standing = await standingOf(tx, who.personId);
	const may = authorize(
		canStartSession,
		actor,
		standing && { ...standing, id: newId<SessionId>(), personId: who.personId, demo: who.demo }
	);
	const at = ctx.now();
	const earlier = browser.session && (await sessionOwner(tx, browser.session));
	if (earlier) await end(ctx, tx, { ...actor, id: earlier.personId }, earlier);
	for (const old of sessionsToEnd(await sessionsOf(tx, who.personId), at)) {
		await end(ctx, tx, actor, old);
	}
	const token = newToken();
	await insertSession(tx, may, {
		tokenHash: hashToken(token),
		personId: who.personId,
		assurance: who.assurance,
		device: browser.device,
		createdAt: at,
		lastSeenAt: at,
		expiresAt: sessionExpiry(at)
	});
	await recordAudit(ctx, tx, may, { action: 'create', thing: 'session' });
	return { token, sessionId: may.id };
}

/**
 * The same form again, from a double tap: the answer with the first token may never have arrived, so
 * the same session gets a new one.
 * @returns null when that session has ended since
 */
export async function renewToken(ctx: Ctx, sessionId: SessionId): Promise<Started | null> {
	const token = newToken();
	const [row] = await ctx.db.write((tx) => replaceToken(tx, sessionId, hashToken(token)));
	return row ? { token, sessionId } : null;
}

/** Notes that a session is in use. Not an act of its own, so the access log stays silent. */
export async function noteSeen(ctx: Ctx, sessionId: SessionId): Promise<void> {
	await ctx.db.write((tx) => saveSeen(tx, sessionId, ctx.now()));
}

/**
 * The person asked to stay signed in. The absolute end does not move.
 * @returns false when the session ended in the meantime
 */
export const extendSession = (ctx: Ctx, actor: Actor, sessionId: SessionId): Promise<boolean> =>
	ctx.db.write(async (tx) => {
		const session = await sessionOwner(tx, sessionId);
		if (!session) return false;
		const may = authorize(canExtendSession, actor, session);
		await saveExtended(tx, may, ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'session' });
		return true;
	});

/** Signs out. A session that is already gone stays gone: a double tap is no fault. */
export const signOut = (ctx: Ctx, actor: Actor, sessionId: SessionId): Promise<void> =>
	ctx.db.write(async (tx) => {
		const session = await sessionOwner(tx, sessionId);
		if (session) await end(ctx, tx, actor, session);
	});

/** Ends one of the person's own sessions, on whatever device. */
export async function endSession(
	ctx: Ctx,
	actor: Actor,
	{ session, key }: { session: SessionId; key: string }
): Promise<void> {
	await once(ctx, `end ${session} ${key}`, async (tx) => {
		await end(ctx, tx, actor, await sessionOwner(tx, session));
		return 'ended';
	});
}

/** Ends the session that a cookie stands for, if it is still there: whoever holds it may leave. */
export const endSessionByToken = (ctx: Ctx, token: string): Promise<void> =>
	ctx.db.write(async (tx) => {
		const found = await sessionByToken(tx, hashToken(token));
		if (!found) return;
		const actor: Actor = { kind: 'person', id: found.personId, assurance: found.assurance };
		await end(ctx, tx, actor, found);
	});

/** Ends all of the person's sessions, this one too. */
export const endAllSessions = (ctx: Ctx, actor: PersonActor): Promise<void> =>
	ctx.db.write((tx) => endEverySession(ctx, tx, actor));

/** As {@link endAllSessions}, inside a transaction that is already open. */
export async function endEverySession(ctx: Ctx, tx: Tx, actor: PersonActor): Promise<void> {
	for (const row of await sessionsOf(tx, actor.id)) await end(ctx, tx, actor, row);
}

/** Sessions, requests and challenges that are over are not kept: an address that was typed is personal. */
export const forgetOld = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => {
		const now = ctx.now();
		await deleteOverSessions(tx, now, new Date(now.getTime() - IDLE_MINUTES * 60_000));
		await deleteOldChallenges(tx, now);
		await deleteOldSignIns(tx, new Date(now.getTime() - 60 * 60_000));
	});

async function end(ctx: Ctx, tx: Tx, actor: Actor, session: SessionOwner | undefined) {
	const may = authorize(canEndSession, actor, session);
	await deleteSession(tx, may);
	await recordAudit(ctx, tx, may, { action: 'delete', thing: 'session' });
}
