import type { Actions } from './$types';
import { DEVICE_COOKIE, goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { ErasePlan, StartPlan } from '#lib/toekomstplan/model.ts';
import { erasePlan, startPlan } from '#lib/toekomstplan/server/commands.ts';
import { holdsOnDevice } from '#lib/toekomstplan/server/device.queries.ts';
import { getLaterPage } from '#lib/toekomstplan/server/queries.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getLaterPage(ctx, actor)),
	onDevice: await holdsOnDevice(ctx, actor, event.cookies.get(DEVICE_COOKIE))
}));

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
