import { and, desc, eq, sql } from 'drizzle-orm';
import type { AssignmentId } from '#lib/family/model.ts';
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

/** The last successor who was asked for an assignment, with the name. */
export async function lastAsked(read: Reader, assignment: AssignmentId) {
	const [found] = await read
		.select({ row: succession, givenName: person.givenName, familyName: person.familyName })
		.from(succession)
		.innerJoin(person, eq(person.id, succession.toId))
		.where(eq(succession.assignmentId, assignment))
		.orderBy(desc(succession.askedAt), desc(sql`${succession}.rowid`))
		.limit(1);
	return found;
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
