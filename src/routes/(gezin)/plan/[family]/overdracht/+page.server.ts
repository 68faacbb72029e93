import type { Actions } from './$types';
import { StartHandover } from '#lib/handover/model.ts';
import { startHandover } from '#lib/handover/server/commands.ts';
import { getHandovers } from '#lib/handover/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getHandovers(ctx, actor, familyOf(event))
);

export const actions = {
	start: privateAction(StartHandover, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const id = await startHandover(ctx, actor, family, input);
		goTo(event, `/plan/${family}/overdracht/${id}`);
	})
} satisfies Actions;
