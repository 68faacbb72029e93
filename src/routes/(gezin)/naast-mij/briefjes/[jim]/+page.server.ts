import type { Actions } from './$types';
import { NoteInput, ReadDanger, RemoveNote } from '#lib/jim/model.ts';
import { readDanger, removeNote, writeNote } from '#lib/jim/server/notes.commands.ts';
import { getNotesPage } from '#lib/jim/server/notes.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { jimOf } from '../../jim.ts';

export const load = privatePage(({ ctx, actor, event }) => getNotesPage(ctx, actor, jimOf(event)));

export const actions = {
	danger: privateAction(ReadDanger, async ({ ctx, actor, event, input }) => {
		await readDanger(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	}),
	write: privateAction(NoteInput, async ({ ctx, actor, event, input }) => {
		await writeNote(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	}),
	remove: privateAction(RemoveNote, async ({ ctx, actor, event, input }) => {
		await removeNote(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
