import type { Actions } from './$types';
import { viewsBeside } from '#lib/jim/server/views.commands.ts';
import { GroupInput, MoveStepInput, ScoreInput } from '#lib/plan/edit.model.ts';
import { moveGoal, moveStep } from '#lib/plan/server/edit.commands.ts';
import { getGoalPage } from '#lib/plan/server/goal.queries.ts';
import { scoreGoal } from '#lib/plan/server/score.commands.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';
import { goalOf } from '../../part.ts';

type Here = Parameters<typeof familyOf>[0] & Parameters<typeof goalOf>[0];

const addressOf = (event: Here) => `/plan/${familyOf(event)}/doel/${goalOf(event)}`;

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getGoalPage(ctx, actor, familyOf(event), goalOf(event))),
	beside: await viewsBeside(ctx, actor, familyOf(event), goalOf(event))
}));

export const actions = {
	move: privateAction(MoveStepInput, async ({ ctx, actor, event, input }) => {
		await moveStep(ctx, actor, familyOf(event), input);
		goTo(event, addressOf(event));
	}),
	score: privateAction(ScoreInput, async ({ ctx, actor, event, input }) => {
		await scoreGoal(ctx, actor, familyOf(event), { ...input, goal: goalOf(event) });
		goTo(event, addressOf(event));
	}),
	group: privateAction(GroupInput, async ({ ctx, actor, event, input }) => {
		await moveGoal(ctx, actor, familyOf(event), { ...input, goal: goalOf(event) });
		goTo(event, addressOf(event));
	})
} satisfies Actions;
