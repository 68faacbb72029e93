import type { Actions } from './$types';
import { EndingInput } from '#lib/plan/edit.model.ts';
import { WHY } from '#lib/plan/proposal.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getEndingForm } from '#lib/plan/server/form.queries.ts';
import { proposePart } from '#lib/plan/server/proposal.commands.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';
import { formAsked } from '../../form.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getEndingForm(formAsked(ctx, actor, event))
);

export const actions = {
	save: privateAction(EndingInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		await savePart(ctx, actor, family, { kind: 'ending', input });
		goTo(event, `/plan/${family}/einde`);
	}),
	propose: privateAction(
		EndingInput.extend(WHY),
		async ({ ctx, actor, event, input: { why, ...input } }) => {
			const family = familyOf(event);
			await proposePart(ctx, actor, family, { kind: 'ending', input }, why);
			goTo(event, `/plan/${family}/voorstellen`);
		}
	)
} satisfies Actions;
