import type { Actions } from './$types';
import { RestoreInput, versionNumber } from '#lib/plan/history.model.ts';
import { restorePlan } from '#lib/plan/server/restore.commands.ts';
import { getRestorePage } from '#lib/plan/server/restore.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../../family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const family = familyOf(event);
	const number = versionNumber(event.params.number);
	return { path: `/plan/${family}`, ...(await getRestorePage(ctx, actor, family, number)) };
});

export const actions = {
	default: privateAction(RestoreInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await restorePlan(ctx, actor, family, input);
		goTo(event, `/plan/${family}`);
	})
} satisfies Actions;
