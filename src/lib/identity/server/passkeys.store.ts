import { asc, eq } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { passkey } from '#lib/server/db/schema/identity.ts';
import type { PasskeyId } from '../model.ts';

export type PasskeyRow = typeof passkey.$inferSelect;

export async function passkeyByCredential(read: Reader, credentialId: string) {
	const [row] = await read.select().from(passkey).where(eq(passkey.credentialId, credentialId));
	return row;
}

export const passkeysOf = (read: Reader, personId: PersonId) =>
	read.select().from(passkey).where(eq(passkey.personId, personId)).orderBy(asc(passkey.createdAt));

export const insertPasskey = (
	tx: Tx,
	may: Permit<'passkey.add', PersonId>,
	row: Omit<PasskeyRow, 'personId'>
) => tx.insert(passkey).values({ ...row, personId: may.id });

/** The first key of a new invitation takes the place of all that were there. */
export const deletePasskeysOf = (tx: Tx, may: Permit<'passkey.add', PersonId>) =>
	tx.delete(passkey).where(eq(passkey.personId, may.id)).returning({ id: passkey.id });

export const deletePasskey = (tx: Tx, may: Permit<'passkey.remove', PasskeyId>) =>
	tx.delete(passkey).where(eq(passkey.id, may.id));

export const savePasskeyUsed = (
	tx: Tx,
	id: PasskeyId,
	used: { counter: number; lastUsedOn: Day }
) => tx.update(passkey).set(used).where(eq(passkey.id, id));
