import { and, eq, max } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { participant, person } from '#lib/server/db/schema/family.ts';
import { PORTAL_SOURCE, type FamilyId } from '../model.ts';

/** A person whom only the portal knows; see `PORTAL_SOURCE`. */
export const insertPerson = (
	tx: Tx,
	_may: Permit,
	row: { id: PersonId; givenName: string; familyName: string; language: string }
) => tx.insert(person).values({ ...row, source: PORTAL_SOURCE, birthDate: null });

/** Takes the next magnet of the family, as somebody new in a case message does. */
export async function insertSupporter(
	tx: Tx,
	_may: Permit,
	row: { familyId: FamilyId; personId: PersonId; from: Day; until: Day | null }
): Promise<void> {
	const [last] = await tx
		.select({ magnet: max(participant.magnet) })
		.from(participant)
		.where(eq(participant.familyId, row.familyId));
	await tx.insert(participant).values({
		...{ ...row, id: newId(), relation: 'steun', relationWords: null },
		magnet: (last?.magnet ?? -1) + 1
	});
}

/** Until when somebody whom a parent brought along takes part; leaves every other relation alone. */
export const setSupporterUntil = (
	tx: Tx,
	_may: Permit,
	{ familyId, personId, until }: { familyId: FamilyId; personId: PersonId; until: Day | null }
) =>
	tx
		.update(participant)
		.set({ until })
		.where(
			and(
				eq(participant.familyId, familyId),
				eq(participant.personId, personId),
				eq(participant.relation, 'steun')
			)
		);
