import type { Actions } from './$types';
import { GoalInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getGoalForm } from '#lib/plan/server/form.queries.ts';
import { templateOf } from '#lib/plan/templates.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getGoalForm(ctx, actor, familyOf(event), null)),
	example: templateOf(event.url.searchParams.get('voorbeeld'))?.goal ?? null
}));

export const actions = {
	save: privateAction(GoalInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const edit = { kind: 'goal', input: { ...input, goal: undefined } } as const;
		goTo(event, `/plan/${family}/doel/${await savePart(ctx, actor, family, edit)}`);
	})
} satisfies Actions;
