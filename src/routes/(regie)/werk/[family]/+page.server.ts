import type { Actions } from './$types';
import {
	AskSuccessor,
	EndStandIn,
	SetStandIn,
	WithdrawSuccession
} from '#lib/regie/succession.model.ts';
import {
	askSuccessor,
	endStandIn,
	nameStandIn,
	withdrawSuccession
} from '#lib/regie/server/succession.commands.ts';
import { getAssignmentPage } from '#lib/regie/server/succession.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from './family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getAssignmentPage(ctx, actor, familyOf(event))
);

export const actions = {
	ask: privateAction(AskSuccessor, async ({ ctx, actor, event, input }) => {
		await askSuccessor(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	withdraw: privateAction(WithdrawSuccession, async ({ ctx, actor, event, input }) => {
		await withdrawSuccession(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	standIn: privateAction(SetStandIn, async ({ ctx, actor, event, input }) => {
		await nameStandIn(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	back: privateAction(EndStandIn, async ({ ctx, actor, event, input }) => {
		await endStandIn(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
