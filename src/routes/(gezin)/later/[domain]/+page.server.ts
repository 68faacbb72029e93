import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { ideasOf, SaveDomainForm } from '#lib/toekomstplan/model.ts';
import { saveWords } from '#lib/toekomstplan/server/commands.ts';
import { getDomainPage } from '#lib/toekomstplan/server/queries.ts';
import { withPicked } from '#lib/toekomstplan/words.rules.ts';
import { say } from '#lib/ui/say.ts';
import { domainOf } from './domain.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getDomainPage(ctx, actor, domainOf(event))
);

export const actions = {
	save: privateAction(SaveDomainForm, async ({ ctx, actor, event, input }) => {
		const ideas = ideasOf(input.domain);
		const picked = input.picks.flatMap((number) => ideas.slice(number - 1, number).map(say));
		const wens = picked.length > 0 ? withPicked(input.wens ?? '', picked) : input.wens;
		const { conflicts } = await saveWords(ctx, actor, { ...input, wens });
		const fields = Object.keys(conflicts);
		if (fields.length > 0)
			throw new Refused(Object.fromEntries(fields.map((field) => [field, 'later.conflict'])));
		goTo(event, `/later/${input.domain}`);
	})
} satisfies Actions;
