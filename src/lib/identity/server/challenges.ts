import type { PersonId } from '#lib/kernel/id.ts';
import { newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import type { ChallengePurpose } from '../model.ts';
import { challengeExpiry, challengeState } from '../rules.ts';
import {
	challengeOf,
	saveChallenge,
	saveChallengeUsed,
	type ChallengeRow
} from './challenges.store.ts';

type Asker = { readonly browserHash: string; readonly purpose: ChallengePurpose };

/**
 * Makes what a device has to sign in this browser, once and within five minutes.
 * @param personId who makes a key with it; null for signing in
 */
export async function makeChallenge(
	ctx: Ctx,
	tx: Tx,
	asker: Asker,
	personId: PersonId | null
): Promise<string> {
	const challenge = newToken();
	const expiresAt = challengeExpiry(ctx.now());
	await saveChallenge(tx, { ...asker, challenge, personId, expiresAt, usedAt: null });
	return challenge;
}

/** The challenge that this browser may still use; null when there is none, or it is over. */
export async function openChallenge(
	ctx: Ctx,
	read: Reader,
	{ browserHash, purpose }: Asker
): Promise<ChallengeRow | null> {
	const row = await challengeOf(read, browserHash, purpose);
	return row && challengeState(row, ctx.now()) === 'open' ? row : null;
}

/** Takes the challenge: whatever comes of the answer, it never counts again. */
export async function takeChallenge(ctx: Ctx, tx: Tx, asker: Asker): Promise<ChallengeRow | null> {
	const row = await openChallenge(ctx, tx, asker);
	if (row) await saveChallengeUsed(tx, row, ctx.now());
	return row;
}
