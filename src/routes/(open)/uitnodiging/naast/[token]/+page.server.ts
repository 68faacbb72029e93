import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { AnswerJim } from '#lib/jim/model.ts';
import { answerQuestion, lookUpQuestion } from '#lib/jim/server/answer.commands.ts';
import { formAction, goTo, networkOf, page } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';

export const load = page(async ({ ctx, actor, event }) => {
	const view = await lookUpQuestion(ctx, actor, event.params.token ?? '', networkOf(event));
	return view ?? error(429, 'too many');
});

export const actions = {
	default: formAction(
		AnswerJim,
		async ({ ctx, actor, event, input }) => {
			const answered = await answerQuestion(ctx, actor, {
				token: event.params.token ?? '',
				language: event.locals.locale,
				answer: input
			});
			if (answered === 'wrong') throw new Refused({ code: 'fout.codeFout' });
			if (answered === 'gone') return goTo(event, event.locals.path);
			if (answered === 'beside') return goTo(event, '/naast-mij');
			return { answered };
		},
		{ secret: ['code'] }
	)
} satisfies Actions;
