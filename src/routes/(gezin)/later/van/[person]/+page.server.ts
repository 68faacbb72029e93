import type { Actions } from './$types';
import { privateAction, privatePage } from '#lib/server/http.ts';
import { getShared } from '#lib/toekomstplan/server/share.queries.ts';
import { giveTip } from '#lib/toekomstplan/server/tip.commands.ts';
import { GiveTip } from '#lib/toekomstplan/tip.model.ts';
import { personOf } from '../../person.ts';

export const load = privatePage(({ ctx, actor, event }) => getShared(ctx, actor, personOf(event)));

export const actions = {
	tip: privateAction(GiveTip, async ({ ctx, actor, event, input }) => {
		await giveTip(ctx, actor, personOf(event), input);
		return { sent: true };
	})
} satisfies Actions;
