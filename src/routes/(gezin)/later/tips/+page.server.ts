import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { layTipAside, takeTip } from '#lib/toekomstplan/server/tip.commands.ts';
import { getTipsPage } from '#lib/toekomstplan/server/tip.queries.ts';
import { LayTipAside, TakeTip } from '#lib/toekomstplan/tip.model.ts';

export const load = privatePage(({ ctx, actor }) => getTipsPage(ctx, actor));

export const actions = {
	take: privateAction(TakeTip, async ({ ctx, actor, event, input }) => {
		await takeTip(ctx, actor, input);
		goTo(event, '/later/tips');
	}),
	aside: privateAction(LayTipAside, async ({ ctx, actor, event, input }) => {
		await layTipAside(ctx, actor, input);
		goTo(event, '/later/tips');
	})
} satisfies Actions;
