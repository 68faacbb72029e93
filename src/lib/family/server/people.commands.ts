import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type { FamilyId } from '../model.ts';
import { insertPerson, insertSupporter, setSupporterUntil } from './people.store.ts';

/**
 * Makes somebody known whom a parent brings along, within the act of bringing along. No case message
 * can name this person: it is the portal's own.
 * @returns the new person
 */
export async function addSupporter(
	tx: Tx,
	may: Permit,
	who: {
		familyId: FamilyId;
		givenName: string;
		familyName: string;
		language: string;
		from: Day;
		until: Day | null;
	}
): Promise<PersonId> {
	const { familyId, givenName, familyName, language, from, until } = who;
	const id = newId<PersonId>();
	await insertPerson(tx, may, { id, givenName, familyName, language });
	await insertSupporter(tx, may, { familyId, personId: id, from, until });
	return id;
}

/**
 * Makes somebody known who takes part in no family: whom a youth chose, and sees only what the youth
 * shares. No list of a family's people names this person.
 * @returns the new person
 */
export async function addOutsider(
	tx: Tx,
	may: Permit,
	who: { givenName: string; language: string }
): Promise<PersonId> {
	const id = newId<PersonId>();
	await insertPerson(tx, may, { ...who, id, familyName: '' });
	return id;
}

/** Until when a supporter takes part; somebody of the own network stays as the case system said. */
export async function setSupporterEnd(
	tx: Tx,
	may: Permit,
	who: { familyId: FamilyId; personId: PersonId; until: Day | null }
): Promise<void> {
	await setSupporterUntil(tx, may, who);
}
