import { eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { person } from '#lib/server/db/schema/family.ts';

export async function languageOf(read: Reader, personId: PersonId): Promise<string | undefined> {
	const [row] = await read
		.select({ language: person.language })
		.from(person)
		.where(eq(person.id, personId));
	return row?.language;
}

export const saveLanguage = (tx: Tx, may: Permit<'language.choose', PersonId>, language: string) =>
	tx.update(person).set({ language }).where(eq(person.id, may.id));
