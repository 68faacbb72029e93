import type { Actions } from './$types';
import { sitsInCouncil } from '#lib/council/server/queries.ts';
import { SearchDesk, WAITING_KINDS } from '#lib/desk/model.ts';
import { getDeskPage, openDesk } from '#lib/desk/server/queries.ts';
import { AnswerSuccession } from '#lib/regie/succession.model.ts';
import { answerSuccession } from '#lib/regie/server/succession.commands.ts';
import { listAskedOfMe } from '#lib/regie/server/succession.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	// A key leads to the desk; who sits in a council has another one.
	if (await sitsInCouncil(ctx, actor)) goTo(event, '/raad');
	const asked = event.url.searchParams.get('wacht');
	const kind = WAITING_KINDS.find((one) => one === asked) ?? null;
	const desk = await getDeskPage(ctx, actor, { kind, words: event.locals.sought ?? '' });
	return { desk, asked: await listAskedOfMe(ctx, actor) };
});

export const actions = {
	/** Answers with the page itself: a name that somebody looks for stands in no address. */
	zoek: privateAction(SearchDesk, async ({ ctx, actor, event, input }) => {
		await openDesk(ctx, actor);
		event.locals.sought = input.words;
	}),
	answer: privateAction(AnswerSuccession, async ({ ctx, actor, event, input }) => {
		await answerSuccession(ctx, actor, input);
		goTo(event, '/werk');
	})
} satisfies Actions;
