import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { AnswerQuestions, ChooseReminder, MarkItem } from '#lib/toekomstplan/model.ts';
import {
	answerQuestions,
	chooseReminder,
	markItem
} from '#lib/toekomstplan/server/timeline.commands.ts';
import { getTimelinePage } from '#lib/toekomstplan/server/timeline.queries.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getTimelinePage(ctx, actor)),
	shown: shownIn(event.url)
}));

export const actions = {
	answer: privateAction(AnswerQuestions, async ({ ctx, actor, event, input }) => {
		await answerQuestions(ctx, actor, input);
		goTo(event, '/later/tijdlijn');
	}),
	mark: privateAction(MarkItem, async ({ ctx, actor, event, input }) => {
		await markItem(ctx, actor, input);
		const shown = shownIn(event.url);
		goTo(event, `/later/tijdlijn${shown ? `?toon=${shown}` : ''}`);
	}),
	remind: privateAction(ChooseReminder, async ({ ctx, actor, event, input }) => {
		await chooseReminder(ctx, actor, input);
		goTo(event, '/later/tijdlijn');
	})
} satisfies Actions;

/** The list that is asked: an age, what is done, or what is past. The rest of years is a tap away. */
const shownIn = ({ searchParams }: URL): string | null =>
	/^(\d\d|klaar|voorbij)$/.exec(searchParams.get('toon') ?? '')?.[0] ?? null;
