import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Database } from '#lib/server/db/index.ts';
import type { Quarter } from '../model.ts';
import { quarterOf } from '../quarter.rules.ts';
import { newQuarterKey, pseudonymsWith, type Pseudonyms } from './pseudonym.ts';
import { insertKey, keyOf } from './store.ts';

export const currentQuarter = (ctx: Ctx): Quarter => quarterOf(dayInNetherlands(ctx.now()));

/**
 * The pseudonyms of a quarter that answers come in for; its key is made with the first of them.
 * @throws when the quarter was published
 */
export async function pseudonymsFor(database: Database, quarter: Quarter): Promise<Pseudonyms> {
	const known = await keyOf(database.read, quarter);
	if (known === null) throw closed(quarter);
	if (known) return pseudonymsWith(known);
	await database.write((tx) => insertKey(tx, quarter, newQuarterKey()));
	return pseudonymsFor(database, quarter);
}

/** For a quarter without one answer. Kept by process only, so that two readings of it agree. */
const keyless = new WeakMap<Database, Map<Quarter, string>>();

/**
 * The pseudonyms of a quarter for who reads it.
 * @throws when its key was destroyed: then there is nothing to read
 */
export async function pseudonymsToRead(database: Database, quarter: Quarter): Promise<Pseudonyms> {
	const known = await keyOf(database.read, quarter);
	if (known === null) throw closed(quarter);
	if (known) return pseudonymsWith(known);
	const keys = keyless.get(database) ?? new Map<Quarter, string>();
	keyless.set(database, keys);
	const made = keys.get(quarter) ?? newQuarterKey();
	keys.set(quarter, made);
	return pseudonymsWith(made);
}

/** Nothing of the quarter can be read or said any more. */
export const closed = (quarter: Quarter) => new Error(`quarter ${quarter} was published`);
