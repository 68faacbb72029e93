import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { signInRequest } from '#lib/server/db/schema/identity.ts';
import type { SignInRequestId } from '../model.ts';

export type SignInRow = typeof signInRequest.$inferSelect;

export const insertSignIn = (tx: Tx, row: SignInRow) => tx.insert(signInRequest).values(row);

export async function signInById(read: Reader, id: SignInRequestId) {
	const [row] = await read.select().from(signInRequest).where(eq(signInRequest.id, id));
	return row;
}

export async function signInByToken(read: Reader, tokenHash: string) {
	const [row] = await read
		.select()
		.from(signInRequest)
		.where(eq(signInRequest.tokenHash, tokenHash));
	return row;
}

/** The newest request of a browser, also when it is over. */
export async function signInByBrowser(read: Reader, browserHash: string) {
	const [row] = await read
		.select()
		.from(signInRequest)
		.where(eq(signInRequest.browserHash, browserHash))
		.orderBy(desc(signInRequest.createdAt), sql`rowid DESC`)
		.limit(1);
	return row;
}

/** A newer request ends the older ones for the same address. */
export const endEarlierSignIns = (tx: Tx, email: string, at: Date) =>
	tx
		.update(signInRequest)
		.set({ endedAt: at })
		.where(and(eq(signInRequest.email, email), isNull(signInRequest.endedAt)));

export const saveSignIn = (
	tx: Tx,
	id: SignInRequestId,
	set: Partial<Pick<SignInRow, 'tokenHash' | 'codeHash' | 'codeTries' | 'openedAt' | 'endedAt'>>
) => tx.update(signInRequest).set(set).where(eq(signInRequest.id, id));

export const deleteOldSignIns = (tx: Tx, before: Date) =>
	tx.delete(signInRequest).where(lt(signInRequest.expiresAt, before));
