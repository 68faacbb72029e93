import type { Actions } from './$types';
import { AskProgress } from '#lib/jim/model.ts';
import { listForRegisseur } from '#lib/jim/server/desk.queries.ts';
import { askProgress } from '#lib/jim/server/progress.commands.ts';
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

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getAssignmentPage(ctx, actor, familyOf(event))),
	youths: await listForRegisseur(ctx, actor, familyOf(event))
}));

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
	progress: privateAction(AskProgress, async ({ ctx, actor, event, input }) => {
		await askProgress(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	back: privateAction(EndStandIn, async ({ ctx, actor, event, input }) => {
		await endStandIn(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
