import type { Actions } from './$types';
import { AskMust } from '#lib/rights/must.model.ts';
import { answerMust } from '#lib/rights/server/must.queries.ts';
import { formAction, page } from '#lib/server/http.ts';

export const load = page(({ actor, event }) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	const { must, locale } = event.locals;
	if (!must) return { draft: {}, result: null };
	const { again, ...answers } = must;
	return {
		draft: { ...answers, heard: answers.heard.join(',') },
		result: again ? null : answerMust(actor, answers, locale)
	};
});

export const actions = {
	/** Answers with the page itself: what somebody answered stands in no address and in no cookie. */
	default: formAction(AskMust, ({ event, input }) => {
		event.locals.must = input;
		return Promise.resolve();
	})
} satisfies Actions;
