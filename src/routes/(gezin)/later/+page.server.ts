import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { ErasePlan, StartPlan } from '#lib/toekomstplan/model.ts';
import { erasePlan, startPlan } from '#lib/toekomstplan/server/commands.ts';
import { getLaterPage } from '#lib/toekomstplan/server/queries.ts';

export const load = privatePage(({ ctx, actor }) => getLaterPage(ctx, actor));

export const actions = {
	start: privateAction(StartPlan, async ({ ctx, actor, event, input }) => {
		await startPlan(ctx, actor, input);
		goTo(event, '/later');
	}),
	erase: privateAction(ErasePlan, async ({ ctx, actor, event, input }) => {
		await erasePlan(ctx, actor, input);
		goTo(event, '/thuis');
	})
} satisfies Actions;
