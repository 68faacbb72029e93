import type { Actions } from './$types';
import { StepInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getStepForm } from '#lib/plan/server/form.queries.ts';
import { templateOf } from '#lib/plan/templates.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../../../family.ts';
import { goalOf, partOf } from '../../../../part.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const step = partOf<'Step'>(event.params.step);
	const form = await getStepForm(ctx, actor, familyOf(event), { goal: goalOf(event), step });
	const example = form.isNew ? templateOf(event.url.searchParams.get('voorbeeld')) : null;
	return { ...form, example: example?.step ?? null };
});

export const actions = {
	save: privateAction(StepInput, async ({ ctx, actor, event, input }) => {
		const [family, goal] = [familyOf(event), goalOf(event)];
		const step = partOf<'Step'>(event.params.step) ?? undefined;
		await savePart(ctx, actor, family, { kind: 'step', input: { ...input, goal, step } });
		goTo(event, `/plan/${family}/doel/${goal}`);
	})
} satisfies Actions;
