import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { family, participant, person, professional } from '#lib/server/db/schema/family.ts';
import { account, invitation, session, signInRequest } from '#lib/server/db/schema/identity.ts';
import type { InvitationId, SessionId, SignInRequestId } from '../model.ts';
import type { AccountState } from '../policy.ts';

export type SessionRow = typeof session.$inferSelect;
export type InvitationRow = typeof invitation.$inferSelect;
export type SignInRow = typeof signInRequest.$inferSelect;

const sessionAndAccount = prepared((read) =>
	read
		.select({
			id: session.id,
			personId: session.personId,
			assurance: session.assurance,
			lastSeenAt: session.lastSeenAt,
			expiresAt: session.expiresAt,
			accountOf: account.personId,
			disabledAt: account.disabledAt
		})
		.from(session)
		.leftJoin(account, eq(account.personId, session.personId))
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
		.select({ id: session.id, personId: session.personId })
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

export const saveExtended = (tx: Tx, may: Permit<'session.extend', SessionId>, at: Date) =>
	tx.update(session).set({ lastSeenAt: at }).where(eq(session.id, may.id));

export const saveSeen = (tx: Tx, id: SessionId, at: Date) =>
	tx.update(session).set({ lastSeenAt: at }).where(eq(session.id, id));

export const deleteOverSessions = (tx: Tx, at: Date, idleSince: Date) =>
	tx.delete(session).where(or(lt(session.expiresAt, at), lt(session.lastSeenAt, idleSince)));

/** What the portal knows about signing in as this person. */
export async function standingOf(
	read: Reader,
	personId: PersonId
): Promise<{ account: AccountState; staff: boolean } | null> {
	const [row] = await read
		.select({
			accountOf: account.personId,
			disabledAt: account.disabledAt,
			staffId: professional.personId
		})
		.from(person)
		.leftJoin(account, eq(account.personId, person.id))
		.leftJoin(professional, eq(professional.personId, person.id))
		.where(eq(person.id, personId));
	if (!row) return null;
	const state = row.disabledAt ? 'disabled' : row.accountOf ? 'open' : 'none';
	return { account: state, staff: row.staffId !== null };
}

export async function languageOf(read: Reader, personId: PersonId): Promise<string | undefined> {
	const [row] = await read
		.select({ language: person.language })
		.from(person)
		.where(eq(person.id, personId));
	return row?.language;
}

export const saveLanguage = (tx: Tx, may: Permit<'language.choose', PersonId>, language: string) =>
	tx.update(person).set({ language }).where(eq(person.id, may.id));

export async function accountEmail(read: Reader, personId: PersonId) {
	const [row] = await read
		.select({ email: account.email })
		.from(account)
		.where(eq(account.personId, personId));
	return row?.email;
}

export const saveAccount = (
	tx: Tx,
	may: Permit<'account.open', PersonId>,
	{ email, at }: { email: string; at: Date }
) =>
	tx
		.insert(account)
		.values({ personId: may.id, email, createdAt: at })
		.onConflictDoUpdate({ target: account.personId, set: { email } });

/** People with an open account for this address, with what proves which of them it is. */
export const accountsAt = (read: Reader, email: string) =>
	read
		.select({
			personId: account.personId,
			personalCodeHash: invitation.personalCodeHash
		})
		.from(account)
		.leftJoin(invitation, eq(invitation.personId, account.personId))
		.leftJoin(professional, eq(professional.personId, account.personId))
		.where(
			and(eq(account.email, email), isNull(account.disabledAt), isNull(professional.personId))
		);

/** Invitations to this address that were neither accepted nor revoked, newest first. */
export const invitationsAt = async (read: Reader, email: string): Promise<InvitationRow[]> => {
	const rows = await read
		.select({ invitation })
		.from(invitation)
		.leftJoin(professional, eq(professional.personId, invitation.personId))
		.where(
			and(
				eq(invitation.email, email),
				isNull(invitation.acceptedAt),
				isNull(invitation.revokedAt),
				isNull(professional.personId)
			)
		)
		.orderBy(desc(invitation.createdAt), desc(invitation.id));
	return rows.map((row) => row.invitation);
};

export async function invitationOf(read: Reader, personId: PersonId) {
	const [row] = await read.select().from(invitation).where(eq(invitation.personId, personId));
	return row;
}

export async function invitationById(read: Reader, id: InvitationId) {
	const [row] = await read.select().from(invitation).where(eq(invitation.id, id));
	return row;
}

export async function invitationByToken(read: Reader, tokenHash: string) {
	const [row] = await read.select().from(invitation).where(eq(invitation.tokenHash, tokenHash));
	return row;
}

/** One invitation per person: a new one takes the place of the old. */
export const saveInvitation = (tx: Tx, row: InvitationRow) =>
	tx.insert(invitation).values(row).onConflictDoUpdate({ target: invitation.personId, set: row });

export const saveInvitationLink = (
	tx: Tx,
	id: InvitationId,
	link: { tokenHash: string; expiresAt?: Date }
) => tx.update(invitation).set(link).where(eq(invitation.id, id));

export const saveAccepted = (tx: Tx, may: Permit<'account.open', PersonId>, at: Date) =>
	tx.update(invitation).set({ acceptedAt: at }).where(eq(invitation.personId, may.id));

export const saveRevoked = (tx: Tx, personId: PersonId, at: Date) =>
	tx
		.update(invitation)
		.set({ revokedAt: at })
		.where(and(eq(invitation.personId, personId), isNull(invitation.acceptedAt)));

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

/** Family members whose participation holds on the given day, family by family. */
export const demoParticipants = (read: Reader, most: number) =>
	read
		.select({
			familyId: participant.familyId,
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			relation: participant.relation,
			words: participant.relationWords,
			until: participant.until
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.leftJoin(professional, eq(professional.personId, person.id))
		.where(isNull(professional.personId))
		.innerJoin(family, eq(family.id, participant.familyId))
		// In the order in which the families were taken in.
		.orderBy(sql`${family}.rowid`, participant.magnet)
		.limit(most);

export const demoProfessionals = (read: Reader, most: number) =>
	read
		.select({
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			role: professional.role
		})
		.from(professional)
		.innerJoin(person, eq(person.id, professional.personId))
		.orderBy(person.familyName)
		.limit(most);
