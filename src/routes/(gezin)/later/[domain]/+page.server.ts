import type { Actions } from './$types';
import { DEVICE_COOKIE, goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { SaveDomainForm } from '#lib/toekomstplan/model.ts';
import { saveWords } from '#lib/toekomstplan/server/commands.ts';
import { holdsOnDevice } from '#lib/toekomstplan/server/device.queries.ts';
import { getDomainPage } from '#lib/toekomstplan/server/queries.ts';
import { pickIdeas } from '#lib/toekomstplan/ui/picked.ts';
import { domainOf } from './domain.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getDomainPage(ctx, actor, domainOf(event))),
	onDevice: await holdsOnDevice(ctx, actor, event.cookies.get(DEVICE_COOKIE))
}));

export const actions = {
	save: privateAction(SaveDomainForm, async ({ ctx, actor, event, input }) => {
		const { conflicts } = await saveWords(ctx, actor, pickIdeas(input));
		const fields = Object.keys(conflicts);
		if (fields.length > 0)
			throw new Refused(Object.fromEntries(fields.map((field) => [field, 'later.conflict'])));
		goTo(event, `/later/${input.domain}`);
	})
} satisfies Actions;
