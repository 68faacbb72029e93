import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { SharePart, StopSharing } from '#lib/toekomstplan/model.ts';
import { sharePart, stopSharingPart } from '#lib/toekomstplan/server/share.commands.ts';
import { getSharingPerson } from '#lib/toekomstplan/server/share.queries.ts';
import { personOf } from '../../person.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getSharingPerson(ctx, actor, personOf(event))
);

export const actions = {
	share: privateAction(SharePart, async ({ ctx, actor, event, input }) => {
		await sharePart(ctx, actor, input);
		goTo(event, `/later/delen/${input.with}`);
	}),
	stop: privateAction(SharePart, async ({ ctx, actor, event, input }) => {
		await stopSharingPart(ctx, actor, input);
		goTo(event, '/later/delen');
	}),
	stopAll: privateAction(StopSharing, async ({ ctx, actor, event, input }) => {
		await stopSharingPart(ctx, actor, input);
		goTo(event, '/later/delen');
	})
} satisfies Actions;
