import type { Actions } from './$types';
import { GiveAnswers } from '#lib/feedback/form.model.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { answerPicture, pictureOf } from '../../../asked.ts';

export const load = privatePage(pictureOf);

export const actions = {
	answer: privateAction(GiveAnswers, async ({ ctx, actor, event, input }) => {
		goTo(event, await answerPicture({ ctx, actor, event }, input));
	})
} satisfies Actions;
