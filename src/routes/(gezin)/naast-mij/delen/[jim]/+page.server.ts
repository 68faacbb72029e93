import type { Actions } from './$types';
import { ShareInput, ShowViewInput, TellInput, WordsInput } from '#lib/jim/model.ts';
import {
	shareWithJim,
	showView,
	tellAboutJim,
	writeForJim
} from '#lib/jim/server/sharing.commands.ts';
import { getSharingPage } from '#lib/jim/server/sharing.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { jimOf } from '../../jim.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getSharingPage(ctx, actor, jimOf(event))
);

export const actions = {
	share: privateAction(ShareInput, async ({ ctx, actor, event, input }) => {
		await shareWithJim(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	words: privateAction(WordsInput, async ({ ctx, actor, event, input }) => {
		await writeForJim(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	tell: privateAction(TellInput, async ({ ctx, actor, event, input }) => {
		await tellAboutJim(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	show: privateAction(ShowViewInput, async ({ ctx, actor, event, input }) => {
		await showView(ctx, actor, input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
