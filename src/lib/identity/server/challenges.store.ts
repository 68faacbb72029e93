import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { passkeyChallenge } from '#lib/server/db/schema/identity.ts';
import type { ChallengePurpose } from '../model.ts';

export type ChallengeRow = typeof passkeyChallenge.$inferSelect;

const place = (browserHash: string, purpose: ChallengePurpose) =>
	and(eq(passkeyChallenge.browserHash, browserHash), eq(passkeyChallenge.purpose, purpose));

export async function challengeOf(read: Reader, browserHash: string, purpose: ChallengePurpose) {
	const [row] = await read.select().from(passkeyChallenge).where(place(browserHash, purpose));
	return row;
}

/** One for each browser and purpose: pages that are opened again and again leave one row. */
export const saveChallenge = (tx: Tx, row: ChallengeRow) =>
	tx
		.insert(passkeyChallenge)
		.values(row)
		.onConflictDoUpdate({
			target: [passkeyChallenge.browserHash, passkeyChallenge.purpose],
			set: row
		});

export const saveChallengeUsed = (tx: Tx, row: ChallengeRow, at: Date) =>
	tx
		.update(passkeyChallenge)
		.set({ usedAt: at })
		.where(and(place(row.browserHash, row.purpose), isNull(passkeyChallenge.usedAt)));

export const deleteOldChallenges = (tx: Tx, at: Date) =>
	tx.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, at));
