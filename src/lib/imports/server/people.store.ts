import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { household, householdMember, participant, person } from '#lib/server/db/schema/family.ts';
import type { CaseMessage, MessageFamily } from '../message.ts';
import { periodOf } from '../periods.ts';
import { ALL, put, putInFamily } from './rows.store.ts';

type MayImport = Permit<'family.import', FamilyId>;

export async function savePeople(
	tx: Tx,
	may: MayImport,
	source: CaseMessage['source'],
	{ people }: MessageFamily,
	newer: ReadonlySet<PersonId>
): Promise<void> {
	const named = people.flatMap((one) =>
		one.relation === 'professional'
			? []
			: [
					{
						...{ id: one.id, source, language: one.language },
						...{ givenName: one.givenName, familyName: one.familyName },
						birthDate: one.birthDate ?? null
					}
				]
	);
	const older = named.filter(({ id }) => newer.has(id));
	await put(tx, person, older, person.id, ALL);
	await put(
		tx,
		person,
		named.filter(({ id }) => !newer.has(id)),
		person.id,
		['source']
	);
	const magnetOf = await magnets(tx, may.id);
	const rows = people.map((one) => ({
		id: newId<typeof participant.$inferSelect.id>(),
		...{ familyId: may.id, personId: one.id, relation: one.relation },
		relationWords: one.relationWords ?? null,
		magnet: magnetOf(one.id),
		...periodOf(one)
	}));
	await put(
		tx,
		participant,
		rows,
		[participant.familyId, participant.personId],
		['id', 'familyId', 'personId']
	);
}

/** A person keeps the magnet they have; someone new gets the next one of the family. */
async function magnets(tx: Tx, familyId: FamilyId): Promise<(person: PersonId) => number> {
	const taken = await tx
		.select({ personId: participant.personId, magnet: participant.magnet })
		.from(participant)
		.where(eq(participant.familyId, familyId));
	const known = new Map(taken.map(({ personId, magnet }) => [personId, magnet]));
	let next = Math.max(-1, ...known.values()) + 1;
	return (personId) => known.get(personId) ?? next++;
}

export async function saveHouseholds(tx: Tx, may: MayImport, { households }: MessageFamily) {
	if (households.length === 0) return;
	const rows = households.map(({ id, street, postcode, town, addressHidden }) => ({
		...{ id, familyId: may.id, addressHidden },
		...{ street: street ?? null, postcode: postcode ?? null, town: town ?? null }
	}));
	await putInFamily(tx, household, rows);
	// Who is no longer in the list no longer lives there: their contact details go as well.
	await tx.delete(householdMember).where(
		inArray(
			householdMember.householdId,
			households.map(({ id }) => id)
		)
	);
	const members = households.flatMap(({ id, members: list }) =>
		list.map(({ person: personId, email = null, phone = null }) => ({
			...{ householdId: id, personId, email, phone }
		}))
	);
	if (members.length > 0) await tx.insert(householdMember).values(members);
}

/** How many people of the portal have each address: more than one share it. */
export async function peoplePerAddress(
	tx: Tx,
	addresses: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const rows = await tx
		.select({
			email: householdMember.email,
			people: sql<number>`count(DISTINCT ${householdMember.personId})`
		})
		.from(householdMember)
		.where(and(isNotNull(householdMember.email), inArray(householdMember.email, [...addresses])))
		.groupBy(householdMember.email);
	return new Map(rows.map(({ email, people }) => [email ?? '', people]));
}
