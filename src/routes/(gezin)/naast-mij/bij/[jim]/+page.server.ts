import type { Actions } from './$types';
import { ParentInput } from '#lib/jim/model.ts';
import { sayAsParent } from '#lib/jim/server/parent.commands.ts';
import { getParentPage } from '#lib/jim/server/parent.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { jimOf } from '../../jim.ts';

export const load = privatePage(({ ctx, actor, event }) => getParentPage(ctx, actor, jimOf(event)));

export const actions = {
	default: privateAction(ParentInput, async ({ ctx, actor, event, input }) => {
		await sayAsParent(ctx, actor, jimOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
