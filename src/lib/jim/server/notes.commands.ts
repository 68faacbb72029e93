import type { z } from 'zod';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { seal } from '#lib/server/seal.ts';
import type { JimId, JimNoteId, NoteInput, ReadDanger, RemoveNote } from '../model.ts';
import { canUseNotes } from '../policy.ts';
import { keyOfPair, loadJim, type LoadedJim } from './load.ts';
import { aboutNote } from './notes.queries.ts';
import { deleteNote, insertNote, saveReadDanger } from './notes.store.ts';

const between = (
	ctx: Ctx,
	actor: Actor,
	what: string,
	jim: JimId,
	key: string,
	work: (tx: Tx, may: Permit<'jim-notes.use', JimId>, loaded: LoadedJim) => Promise<unknown>
) =>
	once(ctx, receipt(actor, `jim-note:${what}`, key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const may = authorize(canUseNotes, actor, loaded?.facts);
		if (loaded) await work(tx, may, loaded);
		return '';
	});

/** One of the two read what is not kept secret: danger (feature J10). */
export async function readDanger(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	{ key }: z.output<typeof ReadDanger>
): Promise<void> {
	await between(ctx, actor, 'danger', jim, key, saveReadDanger);
}

/**
 * A note that only the two can open.
 * @throws {Denied} for everyone else @throws {Refused} before the exception for danger was read
 */
export async function writeNote(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	{ key, words }: z.output<typeof NoteInput>
): Promise<void> {
	await between(ctx, actor, 'write', jim, key, async (tx, may, { row }) => {
		const read = may.relation === 'jim' ? row.jimReadDanger : row.youthReadDanger;
		const own = keyOfPair(ctx, row);
		if (!read || !own) throw new Refused({ words: 'jimNote.dangerFirst' });
		const id = newId<JimNoteId>();
		const authorId = actor.kind === 'person' ? actor.id : ('' as PersonId);
		const sealed = seal(own, aboutNote(id), words);
		await insertNote(tx, may, { id, authorId, sealed, at: ctx.now() });
	});
}

/** Either takes a note away, for both: from the file, and from the log beside it. */
export async function removeNote(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	{ key, note }: z.output<typeof RemoveNote>
): Promise<void> {
	await between(ctx, actor, 'remove', jim, key, (tx, may) => deleteNote(tx, may, note));
	await ctx.db.wipe();
}
