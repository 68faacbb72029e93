import type { Actions } from './$types';
import { Search } from '#lib/rights/search.model.ts';
import { getFound } from '#lib/rights/server/queries.ts';
import { formAction, page } from '#lib/server/http.ts';

export const load = page(({ actor, event: { locals } }) =>
	getFound(actor, {
		asked: locals.sought ?? '',
		audience: locals.soughtFor ?? null,
		locale: locals.locale
	})
);

export const actions = {
	/** Answers with the page itself: what somebody looks for stands in no address, history or log. */
	default: formAction(Search, async ({ event: { locals }, input }) => {
		locals.sought = input.words;
		locals.soughtFor = input.audience;
	})
} satisfies Actions;
