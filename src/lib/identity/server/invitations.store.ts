import { and, desc, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { councilSeat } from '#lib/server/db/schema/council.ts';
import { professional } from '#lib/server/db/schema/family.ts';
import { invitation } from '#lib/server/db/schema/identity.ts';
import type { InvitationId } from '../model.ts';

export type InvitationRow = typeof invitation.$inferSelect;

/** Invitations to this address that were neither accepted nor revoked, newest first. */
export const invitationsAt = async (read: Reader, email: string): Promise<InvitationRow[]> => {
	const rows = await read
		.select({ invitation })
		.from(invitation)
		.leftJoin(professional, eq(professional.personId, invitation.personId))
		.leftJoin(councilSeat, eq(councilSeat.personId, invitation.personId))
		.where(
			and(
				eq(invitation.email, email),
				isNull(invitation.acceptedAt),
				isNull(invitation.revokedAt),
				isNull(professional.personId),
				isNull(councilSeat.personId)
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

/** An invitation of family or network; one of staff is unknown here. */
export const invitationByToken = (read: Reader, tokenHash: string) =>
	byToken(read, tokenHash, and(isNull(professional.personId), isNull(councilSeat.personId)));

/** An invitation of staff; every other one is unknown here. */
export const staffInvitationByToken = (read: Reader, tokenHash: string) =>
	byToken(read, tokenHash, or(isNotNull(professional.personId), isNotNull(councilSeat.personId)));

async function byToken(
	read: Reader,
	tokenHash: string,
	forWhom: SQL | undefined
): Promise<InvitationRow | undefined> {
	const [row] = await read
		.select({ invitation })
		.from(invitation)
		.leftJoin(professional, eq(professional.personId, invitation.personId))
		.leftJoin(councilSeat, eq(councilSeat.personId, invitation.personId))
		.where(and(eq(invitation.tokenHash, tokenHash), forWhom));
	return row?.invitation;
}

/** One invitation per person: a new one takes the place of the old. */
export const saveInvitation = (tx: Tx, row: InvitationRow) =>
	tx.insert(invitation).values(row).onConflictDoUpdate({ target: invitation.personId, set: row });

export const saveInvitationLink = (
	tx: Tx,
	id: InvitationId,
	link: { tokenHash: string; expiresAt?: Date }
) => tx.update(invitation).set(link).where(eq(invitation.id, id));

/** @returns how many wrong codes there were, this one included */
export async function countWrongCode(tx: Tx, id: InvitationId): Promise<number> {
	const [row] = await tx
		.update(invitation)
		.set({ codeTries: sql`${invitation.codeTries} + 1` })
		.where(eq(invitation.id, id))
		.returning({ tries: invitation.codeTries });
	return row?.tries ?? 0;
}

export const saveAccepted = (tx: Tx, may: Permit<'account.open', PersonId>, at: Date) =>
	tx.update(invitation).set({ acceptedAt: at }).where(eq(invitation.personId, may.id));

export const saveRevoked = (tx: Tx, personId: PersonId, at: Date) =>
	tx
		.update(invitation)
		.set({ revokedAt: at })
		.where(and(eq(invitation.personId, personId), isNull(invitation.acceptedAt)));
