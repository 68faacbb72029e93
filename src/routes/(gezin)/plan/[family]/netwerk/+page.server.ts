import type { Actions } from './$types';
import { ChangeHelpInput, EndHelpInput, HelpInput } from '#lib/network/model.ts';
import { addHelp, changeHelp, endHelp } from '#lib/network/server/help.commands.ts';
import { getNetworkPage } from '#lib/network/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

const here = (event: { readonly params: { readonly family?: string } }) =>
	`/plan/${familyOf(event)}/netwerk`;

export const load = privatePage(({ ctx, actor, event }) =>
	getNetworkPage(ctx, actor, familyOf(event))
);

export const actions = {
	add: privateAction(HelpInput, async ({ ctx, actor, event, input }) => {
		await addHelp(ctx, actor, familyOf(event), input);
		goTo(event, here(event));
	}),
	change: privateAction(ChangeHelpInput, async ({ ctx, actor, event, input }) => {
		await changeHelp(ctx, actor, familyOf(event), input);
		goTo(event, here(event));
	}),
	end: privateAction(EndHelpInput, async ({ ctx, actor, event, input }) => {
		await endHelp(ctx, actor, familyOf(event), input);
		goTo(event, here(event));
	})
} satisfies Actions;
