import { desc, eq, lt, or, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { person } from '#lib/server/db/schema/family.ts';
import { account, session } from '#lib/server/db/schema/identity.ts';
import type { SessionId } from '../model.ts';

export type SessionRow = typeof session.$inferSelect;

const sessionAndAccount = prepared((read) =>
	read
		.select({
			id: session.id,
			personId: session.personId,
			assurance: session.assurance,
			lastSeenAt: session.lastSeenAt,
			expiresAt: session.expiresAt,
			accountOf: account.personId,
			disabledAt: account.disabledAt,
			birthDate: person.birthDate
		})
		.from(session)
		.leftJoin(account, eq(account.personId, session.personId))
		.innerJoin(person, eq(person.id, session.personId))
		.where(eq(session.tokenHash, sql.placeholder('hash')))
		.limit(1)
		.prepare()
);

/** The one read that every request with a cookie makes. */
export async function sessionByToken(read: Reader, hash: string) {
	const [row] = await sessionAndAccount(read).all({ hash });
	return row;
}

export const sessionsOf = (read: Reader, personId: PersonId) =>
	read
		.select()
		.from(session)
		.where(eq(session.personId, personId))
		.orderBy(desc(session.createdAt));

export async function sessionOwner(read: Reader, id: SessionId) {
	const [row] = await read
		.select({ id: session.id, personId: session.personId, createdAt: session.createdAt })
		.from(session)
		.where(eq(session.id, id));
	return row;
}

export const insertSession = (
	tx: Tx,
	may: Permit<'session.start', SessionId>,
	row: Omit<SessionRow, 'id'>
) => tx.insert(session).values({ ...row, id: may.id });

/** A repeated form gets the same session under a new token; the earlier token dies with it. */
export const replaceToken = (tx: Tx, id: SessionId, tokenHash: string) =>
	tx
		.update(session)
		.set({ tokenHash })
		.where(eq(session.id, id))
		.returning({ id: session.id, personId: session.personId });

export const deleteSession = (tx: Tx, may: Permit<'session.end', SessionId>) =>
	tx.delete(session).where(eq(session.id, may.id));

/** Every session of a person who is invited anew, from the machine of the portal. */
export const deleteSessionsOf = (tx: Tx, may: Permit<'staff.invite', PersonId>) =>
	tx.delete(session).where(eq(session.personId, may.id)).returning({ id: session.id });

export const saveExtended = (tx: Tx, may: Permit<'session.extend', SessionId>, at: Date) =>
	tx.update(session).set({ lastSeenAt: at }).where(eq(session.id, may.id));

export const saveSeen = (tx: Tx, id: SessionId, at: Date) =>
	tx.update(session).set({ lastSeenAt: at }).where(eq(session.id, id));

export const deleteOverSessions = (tx: Tx, at: Date, idleSince: Date) =>
	tx.delete(session).where(or(lt(session.expiresAt, at), lt(session.lastSeenAt, idleSince)));
