import type { Actions } from './$types';
import { EndSupportInput } from '#lib/consent/model.ts';
import { stopSupport } from '#lib/consent/server/support.commands.ts';
import { bringSupporter } from '#lib/network/server/supporters.commands.ts';
import { getSupportersPage } from '#lib/network/server/supporters.queries.ts';
import { SupporterInput } from '#lib/network/supporter.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getSupportersPage(ctx, actor, familyOf(event))
);

export const actions = {
	bring: privateAction(SupporterInput, async ({ ctx, actor, event, input }) => {
		const { locale } = event.locals;
		const brought = await bringSupporter(ctx, actor, familyOf(event), input, locale);
		// The code cannot be kept for a next page, so this answer shows it.
		return { brought };
	}),
	stop: privateAction(EndSupportInput, async ({ ctx, actor, event, input }) => {
		await stopSupport(ctx, actor, input);
		goTo(event, `/plan/${familyOf(event)}/steun`);
	})
} satisfies Actions;
