import type { Actions } from './$types';
import { EndingInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getEndingForm } from '#lib/plan/server/form.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getEndingForm(ctx, actor, familyOf(event))
);

export const actions = {
	save: privateAction(EndingInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await savePart(ctx, actor, family, { kind: 'ending', input });
		goTo(event, `/plan/${family}/einde`);
	})
} satisfies Actions;
