import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { AskAdult, AskProfessional, SetBasic, WithdrawStay } from '#lib/toekomstplan/model.ts';
import {
	askAdult,
	askProfessional,
	setBasic,
	withdrawStay
} from '#lib/toekomstplan/server/basis.commands.ts';
import { getBasicsPage } from '#lib/toekomstplan/server/basis.queries.ts';

export const load = privatePage(({ ctx, actor }) => getBasicsPage(ctx, actor));

export const actions = {
	set: privateAction(SetBasic, async ({ ctx, actor, event, input }) => {
		await setBasic(ctx, actor, input);
		goTo(event, '/later/basis');
	}),
	ask: privateAction(AskAdult, async ({ ctx, actor, input }) => ({
		asked: await askAdult(ctx, actor, input),
		origin: ctx.config.origin
	})),
	askProfessional: privateAction(AskProfessional, async ({ ctx, actor, input }) => ({
		asked: await askProfessional(ctx, actor, input),
		origin: ctx.config.origin
	})),
	withdraw: privateAction(WithdrawStay, async ({ ctx, actor, event, input }) => {
		await withdrawStay(ctx, actor, input);
		goTo(event, '/later/basis');
	})
} satisfies Actions;
