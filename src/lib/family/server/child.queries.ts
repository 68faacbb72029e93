import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { childRows } from './child.store.ts';
import { loadFamily, type LoadedFamily } from './queries.ts';

/** Somebody who is or was a child of a family here, with every such family. */
export type LoadedChild = {
	readonly id: PersonId;
	readonly name: string;
	readonly birthDate: Day;
	readonly families: readonly LoadedFamily[];
};

/** Whose name and birth date these are; null for who never was a child here, or without a birth date. */
export async function findChild(
	read: Reader,
	who: PersonId
): Promise<Pick<LoadedChild, 'name' | 'birthDate'> | null> {
	const [row] = await childRows(read, who);
	return row?.birthDate ? { name: row.givenName, birthDate: row.birthDate } : null;
}

/** As {@link findChild}, with the families. */
export async function loadChild(
	read: Reader,
	who: PersonId,
	today: Day
): Promise<LoadedChild | null> {
	const rows = await childRows(read, who);
	const [first] = rows;
	if (!first?.birthDate) return null;
	const families: LoadedFamily[] = [];
	for (const { familyId } of rows) {
		const family = await loadFamily(read, familyId, today);
		if (family) families.push(family);
	}
	return { id: who, name: first.givenName, birthDate: first.birthDate, families };
}
