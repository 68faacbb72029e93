import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { AnswerQuestions, ChooseReminder, MarkItem } from '#lib/toekomstplan/model.ts';
import {
	answerQuestions,
	chooseReminder,
	markItem
} from '#lib/toekomstplan/server/timeline.commands.ts';
import { getTimelinePage } from '#lib/toekomstplan/server/timeline.queries.ts';

export const load = privatePage(({ ctx, actor }) => getTimelinePage(ctx, actor));

export const actions = {
	answer: privateAction(AnswerQuestions, async ({ ctx, actor, event, input }) => {
		await answerQuestions(ctx, actor, input);
		goTo(event, '/later/tijdlijn');
	}),
	mark: privateAction(MarkItem, async ({ ctx, actor, event, input }) => {
		await markItem(ctx, actor, input);
		goTo(event, '/later/tijdlijn');
	}),
	remind: privateAction(ChooseReminder, async ({ ctx, actor, event, input }) => {
		await chooseReminder(ctx, actor, input);
		goTo(event, '/later/tijdlijn');
	})
} satisfies Actions;
