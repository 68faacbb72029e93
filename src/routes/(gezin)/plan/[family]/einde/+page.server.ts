import type { Actions } from './$types';
import { AgreeInput } from '#lib/plan/edit.model.ts';
import { agreePlan } from '#lib/plan/server/agreed.commands.ts';
import { getEndingPage } from '#lib/plan/server/ending.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getEndingPage(ctx, actor, familyOf(event))
);

export const actions = {
	agree: privateAction(AgreeInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await agreePlan(ctx, actor, family, input);
		goTo(event, `/plan/${family}/einde`);
	})
} satisfies Actions;
