import { loadConsent } from '#lib/consent/server/queries.ts';
import { listMyFamilies, loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import { participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { newOwnKey, seal, unseal, unwrapKey, wrapKey, type OwnKey } from '#lib/server/seal.ts';
import type { JimId } from '../model.ts';
import type { JimFacts } from '../policy.ts';
import { stateAt } from '../state.rules.ts';
import { besideRow, insertBeside, jimRow, parentRows, shareRows, type JimRow } from './store.ts';

/** A relation with everything a rule about it may need. Never reaches a page. */
export type LoadedJim = {
	readonly row: JimRow;
	readonly family: LoadedFamily;
	readonly facts: JimFacts;
};

/** Null when there is no such relation. */
export const loadJim = async (ctx: Ctx, read: Reader, id: JimId): Promise<LoadedJim | null> =>
	withFacts(ctx, read, await jimRow(read, id));

/** @param known families that were read already */
export async function withFacts(
	ctx: Ctx,
	read: Reader,
	row: JimRow | undefined,
	known: readonly LoadedFamily[] = []
): Promise<LoadedJim | null> {
	const now = ctx.now();
	const family =
		known.find(({ facts }) => facts.id === row?.familyId) ??
		(row && (await loadFamily(read, row.familyId, dayInNetherlands(now))));
	if (!row || !family) return null;
	const { id, youthId, jimId, parentsKnow, regisseurKnows } = row;
	return {
		row,
		family,
		facts: {
			...{ id, youthId, jimId, parentsKnow, regisseurKnows },
			state: stateAt(row, now),
			family: family.facts,
			consent: await loadConsent(read, row.familyId),
			parts: (await shareRows(read, id)).map(({ part }) => part),
			parents: await parentRows(read, id)
		}
	};
}

/** The family in which this person is a child; null for everyone else. */
export async function familyOfYouth(
	ctx: Ctx,
	read: Reader,
	actor: Actor
): Promise<LoadedFamily | null> {
	for (const id of await listMyFamilies(ctx, actor)) {
		const family = await loadFamily(read, id, dayInNetherlands(ctx.now()));
		if (family && youthIn([family], actor)) return family;
	}
	return null;
}

/** The one of these families in which this person is a child. */
export const youthIn = (families: readonly LoadedFamily[], actor: Actor): LoadedFamily | null =>
	families.find(
		({ facts }) => actor.kind === 'person' && participationOf(facts, actor.id)?.relation === 'kind'
	) ?? null;

/** What a page calls somebody of the family. */
export const nameIn = ({ people }: LoadedFamily, who: PersonId): string =>
	people.find(({ personId }) => personId === who)?.givenName ?? '';

/** The key of a youth and who was asked, until it ends. */
export const keyOfPair = (ctx: Ctx, row: JimRow): OwnKey | null =>
	row.sealedKey === null ? null : unwrapKey(ctx.config.sealKey, row.id, row.sealedKey);

/** The key to a youth's own circle; made the first time. */
export async function ownKeyOf(
	ctx: Ctx,
	tx: Tx,
	may: Permit<'circle.keep' | 'jim.ask', PersonId>
): Promise<OwnKey> {
	const row = await besideRow(tx, may.id);
	if (row) return unwrapKey(ctx.config.sealKey, may.id, row.sealedKey);
	const key = newOwnKey();
	const sealedKey = wrapKey(ctx.config.sealKey, may.id, key);
	await insertBeside(tx, may, { sealedKey, on: dayInNetherlands(ctx.now()) });
	return key;
}

/** A new key for two, and how it is stored. */
export function newPairKey(ctx: Ctx, id: JimId): { key: OwnKey; sealedKey: string } {
	const key = newOwnKey();
	return { key, sealedKey: wrapKey(ctx.config.sealKey, id, key) };
}

const nameOf = (id: JimId) => `${id} name`;
const wordsOf = (id: JimId) => `${id} words`;

export const sealName = (key: OwnKey, id: JimId, name: string) => seal(key, nameOf(id), name);
export const sealWords = (key: OwnKey, id: JimId, words: string) => seal(key, wordsOf(id), words);

/** What the youth calls the JIM; after the end, how the JIM was called here. */
export function calledBy(ctx: Ctx, row: JimRow): string | null {
	const key = keyOfPair(ctx, row);
	return key && row.sealedName ? unseal(key, nameOf(row.id), row.sealedName) : row.givenName;
}

/** What the youth wants the JIM to know; empty when nothing was written. */
export function wordsFor(ctx: Ctx, row: JimRow): string {
	const key = keyOfPair(ctx, row);
	return key && row.sealedWords ? unseal(key, wordsOf(row.id), row.sealedWords) : '';
}
