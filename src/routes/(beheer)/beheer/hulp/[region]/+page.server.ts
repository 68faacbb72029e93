import type { RegionId } from '#lib/family/model.ts';
import {
	AddRegionalHelp,
	ChangeRegionalHelp,
	RegionalHelpAct
} from '#lib/rights/regional-help.model.ts';
import {
	addRegionalHelp,
	changeRegionalHelp,
	confirmRegionalHelp,
	removeRegionalHelp
} from '#lib/rights/server/regional-help.commands.ts';
import { getRegionalHelpDesk } from '#lib/rights/server/regional-help.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import type { Actions } from './$types';

type WithRegion = { readonly params: Readonly<Record<string, string | undefined>> };

const regionOf = ({ params }: WithRegion) => (params.region ?? '') as RegionId;
const here = (event: WithRegion) => `/beheer/hulp/${regionOf(event)}`;

export const load = privatePage(({ ctx, actor, event }) =>
	getRegionalHelpDesk(ctx, actor, regionOf(event))
);

export const actions = {
	add: privateAction(AddRegionalHelp, async ({ ctx, actor, event, input }) => {
		await addRegionalHelp(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	}),
	change: privateAction(ChangeRegionalHelp, async ({ ctx, actor, event, input }) => {
		await changeRegionalHelp(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	}),
	confirm: privateAction(RegionalHelpAct, async ({ ctx, actor, event, input }) => {
		await confirmRegionalHelp(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	}),
	remove: privateAction(RegionalHelpAct, async ({ ctx, actor, event, input }) => {
		await removeRegionalHelp(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	})
} satisfies Actions;
