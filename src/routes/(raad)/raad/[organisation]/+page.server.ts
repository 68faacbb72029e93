import { AnswerAdvice, GiveAdvice } from '#lib/council/model.ts';
import { answerAdvice, giveAdvice } from '#lib/council/server/advice.commands.ts';
import { getCouncil } from '#lib/council/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import type { Actions } from './$types';
import { organisationOf } from './council.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getCouncil(ctx, actor, organisationOf(event))
);

export const actions = {
	advise: privateAction(GiveAdvice, async ({ ctx, actor, event, input }) => {
		await giveAdvice(ctx, actor, organisationOf(event), input);
		goTo(event, `/raad/${organisationOf(event)}`);
	}),
	answer: privateAction(AnswerAdvice, async ({ ctx, actor, event, input }) => {
		await answerAdvice(ctx, actor, organisationOf(event), input);
		goTo(event, `/raad/${organisationOf(event)}`);
	})
} satisfies Actions;
