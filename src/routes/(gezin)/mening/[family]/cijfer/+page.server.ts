import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import type { FamilyId } from '#lib/family/model.ts';
import { GiveDelivery, TakeBackDelivery } from '#lib/feedback/delivery.model.ts';
import { giveDelivery, takeBackDelivery } from '#lib/feedback/server/delivery.commands.ts';
import { getDeliveryPage } from '#lib/feedback/server/delivery.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

const familyOf = ({ params }: Pick<RequestEvent, 'params'>) => (params.family ?? '') as FamilyId;
const here = (event: Pick<RequestEvent, 'params'>) => `/mening/${familyOf(event)}/cijfer`;

export const load = privatePage(({ ctx, actor, event }) =>
	getDeliveryPage(ctx, actor, familyOf(event))
);

export const actions = {
	give: privateAction(GiveDelivery, async ({ ctx, actor, event, input }) => {
		await giveDelivery(ctx, actor, familyOf(event), input);
		goTo(event, here(event));
	}),
	takeBack: privateAction(TakeBackDelivery, async ({ ctx, actor, event, input }) => {
		await takeBackDelivery(ctx, actor, input);
		goTo(event, here(event));
	})
} satisfies Actions;
