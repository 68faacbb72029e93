import { recordRead } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { unseal } from '#lib/server/seal.ts';
import type { JimId, JimNoteId, NotesView } from '../model.ts';
import { canUseNotes } from '../policy.ts';
import { calledBy, keyOfPair, loadJim, nameIn } from './load.ts';
import { noteRows } from './notes.store.ts';

/** To which row a sealed note belongs. */
export const aboutNote = (id: JimNoteId): string => `note ${id}`;

/**
 * What a youth and a JIM wrote to each other.
 * @throws {Denied} for everyone but these two
 */
export async function getNotesPage(ctx: Ctx, actor: Actor, id: JimId): Promise<NotesView> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	const permit = authorize(canUseNotes, actor, loaded?.facts);
	if (!loaded || actor.kind !== 'person') throw new TypeError('nobody was allowed');
	await recordRead(ctx, permit, { thing: 'jim-notes' });
	const { row, family } = loaded;
	const asJim = permit.relation === 'jim';
	const key = keyOfPair(ctx, row);
	const rows = key ? await noteRows(ctx.db.read, id) : [];
	return {
		...{ id, asJim },
		other: asJim ? nameIn(family, row.youthId) : (calledBy(ctx, row) ?? ''),
		readDanger: asJim ? row.jimReadDanger : row.youthReadDanger,
		notes: rows.map((note) => ({
			id: note.id,
			words: key ? unseal(key, aboutNote(note.id), note.sealed) : '',
			on: dayInNetherlands(note.at),
			own: note.authorId === actor.id
		}))
	};
}
