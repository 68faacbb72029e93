import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { formAction, goTo, page } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { isDomain, SaveDomainForm } from '#lib/toekomstplan/model.ts';
import { saveGuestWords } from '#lib/toekomstplan/server/guest.commands.ts';
import { findGuestDomain } from '#lib/toekomstplan/server/guest.queries.ts';
import { pickIdeas } from '#lib/toekomstplan/ui/picked.ts';
import { guestToken } from '../guest.ts';

export const load = page(async ({ ctx, actor, event }) => {
	const { domain = '' } = event.params;
	if (!isDomain(domain)) return error(404, 'not found');
	const view = await findGuestDomain(ctx, actor, guestToken(event), domain);
	return view ?? goTo(event, '/begin');
});

export const actions = {
	save: formAction(SaveDomainForm, async ({ ctx, actor, event, input }) => {
		const typed = pickIdeas(input);
		const { conflicts } = await saveGuestWords(ctx, actor, guestToken(event), typed);
		const fields = Object.keys(conflicts);
		if (fields.length > 0)
			throw new Refused(Object.fromEntries(fields.map((field) => [field, 'later.conflict'])));
		goTo(event, '/begin');
	})
} satisfies Actions;
