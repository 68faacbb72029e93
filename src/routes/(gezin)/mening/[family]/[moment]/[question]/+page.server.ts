import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { GiveAnswers } from '#lib/feedback/form.model.ts';
import { questionAfter, questionsFor } from '#lib/feedback/questionnaires.ts';
import { giveAnswers } from '#lib/feedback/server/answer.commands.ts';
import { getQuestions } from '#lib/feedback/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { askedOf } from '../asked.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const { familyId, moment } = askedOf(event);
	const view = await getQuestions(ctx, actor, familyId, moment);
	const asked = questionsFor(view.audience, moment).find(({ id }) => id === event.params.question);
	return asked ? { ...view, question: asked.id } : error(404, 'not found');
});

export const actions = {
	answer: privateAction(GiveAnswers, async ({ ctx, actor, event, input }) => {
		const { familyId, moment } = askedOf(event);
		const { question } = event.params;
		if (!question) error(404, 'not found');
		await giveAnswers(ctx, actor, { familyId, moment, sent: input });
		const { audience } = await getQuestions(ctx, actor, familyId, moment);
		const next = questionAfter(audience, moment, question);
		goTo(event, next ? `/mening/${familyId}/${moment}/${next}` : '/mening/klaar');
	})
} satisfies Actions;
