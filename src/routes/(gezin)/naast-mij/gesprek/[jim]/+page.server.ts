import type { Actions } from './$types';
import { RemoveTalkLine, TalkLineInput } from '#lib/jim/model.ts';
import { addTalkLine, removeTalkLine } from '#lib/jim/server/talk.commands.ts';
import { getTalkPage } from '#lib/jim/server/talk.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { jimOf } from '../../jim.ts';

export const load = privatePage(({ ctx, actor, event }) => getTalkPage(ctx, actor, jimOf(event)));

export const actions = {
	add: privateAction(TalkLineInput, async ({ ctx, actor, event, input }) => {
		await addTalkLine(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	}),
	remove: privateAction(RemoveTalkLine, async ({ ctx, actor, event, input }) => {
		await removeTalkLine(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
