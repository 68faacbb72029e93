import type { Actions } from './$types';
import { GiveAnswers } from '#lib/feedback/form.model.ts';
import { giveAnswers } from '#lib/feedback/server/answer.commands.ts';
import { getQuestions } from '#lib/feedback/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { askedOf } from '../../../asked.ts';

export const load = privatePage(({ ctx, actor, event }) => {
	const { place, moment } = askedOf(event);
	return getQuestions(ctx, actor, place, moment);
});

export const actions = {
	send: privateAction(GiveAnswers, async ({ ctx, actor, event, input }) => {
		await giveAnswers(ctx, actor, { ...askedOf(event), sent: input });
		goTo(event, '/mening/klaar');
	})
} satisfies Actions;
