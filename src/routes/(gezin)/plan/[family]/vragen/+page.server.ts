import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { AskQuestion } from '#lib/talk/question.model.ts';
import { askQuestion } from '#lib/talk/server/questions.commands.ts';
import { getQuestionsPage } from '#lib/talk/server/questions.queries.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getQuestionsPage(ctx, actor, familyOf(event))
);

export const actions = {
	ask: privateAction(AskQuestion.omit({ family: true }), async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const question = await askQuestion(ctx, actor, { ...input, family }, 'vraag');
		goTo(event, `/plan/${family}/vragen/${question}`);
	})
} satisfies Actions;
