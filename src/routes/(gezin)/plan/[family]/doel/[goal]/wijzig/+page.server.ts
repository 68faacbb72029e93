import type { Actions } from './$types';
import { GoalInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getGoalForm } from '#lib/plan/server/form.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../../family.ts';
import { goalOf } from '../../../part.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getGoalForm(ctx, actor, familyOf(event), goalOf(event))),
	goal: goalOf(event)
}));

export const actions = {
	save: privateAction(GoalInput, async ({ ctx, actor, event, input }) => {
		const [family, goal] = [familyOf(event), goalOf(event)];
		await savePart(ctx, actor, family, { kind: 'goal', input: { ...input, goal } });
		goTo(event, `/plan/${family}/doel/${goal}`);
	})
} satisfies Actions;
