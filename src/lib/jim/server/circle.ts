import { z } from 'zod';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { seal, unseal, type OwnKey } from '#lib/server/seal.ts';
import { CIRCLES, type CircleEntry, type CircleEntryId } from '../model.ts';
import { entryRows } from './circle.store.ts';

const Sealed = z.object({
	name: z.string(),
	circle: z.enum(CIRCLES),
	angle: z.number(),
	note: z.string(),
	rather: z.boolean()
});

const aboutEntry = (id: CircleEntryId) => `circle ${id}`;

export const sealEntry = (key: OwnKey, { id, ...entry }: CircleEntry): string =>
	seal(key, aboutEntry(id), JSON.stringify(entry));

/** Everybody in a youth's circle, by name. Ask a rule first. */
export async function entriesOf(
	read: Reader,
	key: OwnKey,
	youth: PersonId
): Promise<CircleEntry[]> {
	const rows = await entryRows(read, youth);
	return rows
		.map(({ id, sealed }) => ({
			id,
			...Sealed.parse(JSON.parse(unseal(key, aboutEntry(id), sealed)))
		}))
		.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A place in the picture for somebody new: the steps of a golden angle keep people apart. */
export const nextAngle = (count: number): number => (count * 137) % 360;
