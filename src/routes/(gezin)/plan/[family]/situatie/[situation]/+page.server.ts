import type { Actions } from './$types';
import { SituationInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getSituationForm } from '#lib/plan/server/form.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';
import { partOf } from '../../part.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getSituationForm(ctx, actor, familyOf(event), partOf<'Situation'>(event.params.situation))
);

export const actions = {
	save: privateAction(SituationInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const situation = partOf<'Situation'>(event.params.situation) ?? undefined;
		await savePart(ctx, actor, family, { kind: 'situation', input: { ...input, situation } });
		goTo(event, `/plan/${family}`);
	})
} satisfies Actions;
