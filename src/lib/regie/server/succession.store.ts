import { and, desc, eq } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { person } from '#lib/server/db/schema/family.ts';
import { succession } from '#lib/server/db/schema/regie.ts';
import type { SuccessionId, SuccessionState } from '../succession.model.ts';

export type SuccessionRow = typeof succession.$inferSelect;

export const insertSuccession = (tx: Tx, _may: Permit<'regisseur.arrange'>, row: SuccessionRow) =>
	tx.insert(succession).values(row);

export const closeSuccession = (
	tx: Tx,
	may: Permit<'succession.answer' | 'succession.withdraw', SuccessionId>,
	state: Exclude<SuccessionState, 'asked'>,
	at: Date
) => tx.update(succession).set({ state, answeredAt: at }).where(eq(succession.id, may.id));

export async function successionRow(
	read: Reader,
	id: SuccessionId
): Promise<SuccessionRow | undefined> {
	const [row] = await read.select().from(succession).where(eq(succession.id, id));
	return row;
}

/** The question that is open for a family, if there is one. */
export async function askedFor(read: Reader, family: FamilyId): Promise<SuccessionRow | undefined> {
	const [row] = await read
		.select()
		.from(succession)
		.where(and(eq(succession.familyId, family), eq(succession.state, 'asked')))
		.orderBy(desc(succession.askedAt))
		.limit(1);
	return row;
}

/** What is asked of a professional, with the name of who asks. */
export const askedOf = (read: Reader, who: PersonId) =>
	read
		.select({
			row: succession,
			givenName: person.givenName,
			familyName: person.familyName
		})
		.from(succession)
		.innerJoin(person, eq(person.id, succession.byId))
		.where(and(eq(succession.toId, who), eq(succession.state, 'asked')))
		.orderBy(succession.from);
