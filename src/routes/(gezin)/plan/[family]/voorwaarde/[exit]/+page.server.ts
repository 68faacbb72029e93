import type { Actions } from './$types';
import { ExitInput } from '#lib/plan/edit.model.ts';
import { savePart } from '#lib/plan/server/edit.commands.ts';
import { getExitForm } from '#lib/plan/server/form.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';
import { partOf } from '../../part.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getExitForm(ctx, actor, familyOf(event), partOf<'ExitCondition'>(event.params.exit))
);

export const actions = {
	save: privateAction(ExitInput, async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const exit = partOf<'ExitCondition'>(event.params.exit) ?? undefined;
		await savePart(ctx, actor, family, { kind: 'exit', input: { ...input, exit } });
		goTo(event, `/plan/${family}/einde`);
	})
} satisfies Actions;
