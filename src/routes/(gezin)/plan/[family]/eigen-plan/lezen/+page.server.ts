import type { Actions } from './$types';
import { Release } from '#lib/familiegroepsplan/model.ts';
import { releaseOwnPlan } from '#lib/familiegroepsplan/server/group.commands.ts';
import { getReleasePage } from '#lib/familiegroepsplan/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getReleasePage(ctx, actor, familyOf(event))
);

export const actions = {
	release: privateAction(Release, async ({ ctx, actor, event, input }) => {
		await releaseOwnPlan(ctx, actor, familyOf(event), input);
		goTo(event, `/plan/${familyOf(event)}/eigen-plan`);
	})
} satisfies Actions;
