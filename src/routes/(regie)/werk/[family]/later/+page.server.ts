import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { RecordOffer, WithdrawOffer } from '#lib/toekomstplan/offer.model.ts';
import { recordOffer, withdrawOffer } from '#lib/toekomstplan/server/offer.commands.ts';
import { getOffersPage } from '#lib/toekomstplan/server/offer.queries.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getOffersPage(ctx, actor, familyOf(event))
);

export const actions = {
	record: privateAction(RecordOffer, async ({ ctx, actor, event, input }) => {
		await recordOffer(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	withdraw: privateAction(WithdrawOffer, async ({ ctx, actor, event, input }) => {
		await withdrawOffer(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
