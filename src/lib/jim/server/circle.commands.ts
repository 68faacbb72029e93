import type { z } from 'zod';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { OwnKey } from '#lib/server/seal.ts';
import type {
	AddEntry,
	ChangeEntry,
	CircleEntry,
	PlaceEntry,
	RemindInput,
	RemoveEntry,
	WishInput
} from '../model.ts';
import { canKeepCircle } from '../policy.ts';
import { stateAt } from '../state.rules.ts';
import { entriesOf, nextAngle, sealEntry } from './circle.ts';
import { deleteEntry, insertEntry, updateEntry } from './circle.store.ts';
import { familyOfYouth, ownKeyOf } from './load.ts';
import { jimsOfYouth, saveRemind, saveWish } from './store.ts';

/** With this many a picture says nothing any more. */
const MOST_PEOPLE = 30;

type MayKeep = Permit<'circle.keep', PersonId>;

// Nothing of this is in the access log: that somebody thinks about people is nobody's business.
const keep = (
	ctx: Ctx,
	actor: Actor,
	what: string,
	key: string,
	work: (tx: Tx, may: MayKeep, own: OwnKey) => Promise<void>
) =>
	once(ctx, receipt(actor, `circle:${what}`, key), async (tx) => {
		const family = await familyOfYouth(ctx, tx, actor);
		const id = actor.kind === 'person' ? actor.id : ('' as PersonId);
		const may = authorize(canKeepCircle, actor, family && { id, family: family.facts });
		await work(tx, may, await ownKeyOf(ctx, tx, may));
		return '';
	});

/**
 * Puts somebody in the youth's own circle. Nobody is told.
 * @throws {Denied} for anyone but a youth from 12
 */
export async function addToCircle(
	ctx: Ctx,
	actor: Actor,
	{ key, ...entry }: z.output<typeof AddEntry>
): Promise<void> {
	await keep(ctx, actor, 'add', key, async (tx, may, own) => {
		const { length } = await entriesOf(tx, own, may.id);
		if (length >= MOST_PEOPLE) throw new Refused({ name: 'circle.full' });
		const made = {
			...entry,
			id: newId<CircleEntry['id']>(),
			angle: nextAngle(length),
			rather: false
		};
		await insertEntry(tx, may, { id: made.id, sealed: sealEntry(own, made) });
	});
}

/** Name, circle, note, "rather not"; what was there before is gone, also from the database's log. */
export async function changeInCircle(
	ctx: Ctx,
	actor: Actor,
	{ key, entry, rather, ...to }: z.output<typeof ChangeEntry>
): Promise<void> {
	await changed(ctx, actor, key, entry, { ...to, rather: rather === 'ja' });
	await ctx.db.wipe();
}

/** Moves somebody in the picture. */
export const placeInCircle = (
	ctx: Ctx,
	actor: Actor,
	{ key, entry, circle, angle }: z.output<typeof PlaceEntry>
): Promise<void> => changed(ctx, actor, key, entry, { circle, angle });

async function changed(
	ctx: Ctx,
	actor: Actor,
	key: string,
	id: CircleEntry['id'],
	to: Partial<CircleEntry>
): Promise<void> {
	await keep(ctx, actor, 'change', key, async (tx, may, own) => {
		const found = (await entriesOf(tx, own, may.id)).find((one) => one.id === id);
		if (found) await updateEntry(tx, may, { id, sealed: sealEntry(own, { ...found, ...to }) });
	});
}

export async function removeFromCircle(
	ctx: Ctx,
	actor: Actor,
	{ key, entry }: z.output<typeof RemoveEntry>
): Promise<void> {
	await keep(ctx, actor, 'remove', key, async (tx, may) => {
		await deleteEntry(tx, may, entry);
	});
	await ctx.db.wipe();
}

/** The youth wants no JIM, or is still thinking. Who has one, says so by stopping. */
export async function sayWish(
	ctx: Ctx,
	actor: Actor,
	{ key, wish }: z.output<typeof WishInput>
): Promise<void> {
	await keep(ctx, actor, 'wish', key, async (tx, may) => {
		const now = ctx.now();
		const states = (await jimsOfYouth(tx, may.id)).map((row) => stateAt(row, now));
		if (states.includes('actief')) throw new Refused({ wish: 'beside.askedAlready' });
		await saveWish(tx, may, may.id, wish, dayInNetherlands(now));
	});
}

/** When the youth wants to think of this again: it then stands on the own first page, and nowhere else. */
export async function remindMe(
	ctx: Ctx,
	actor: Actor,
	{ key, on }: z.output<typeof RemindInput>
): Promise<void> {
	await keep(ctx, actor, 'remind', key, async (tx, may) => {
		await saveRemind(tx, may, on);
	});
}
