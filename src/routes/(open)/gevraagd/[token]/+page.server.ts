import type { Actions } from './$types';
import { formAction, goTo, page } from '#lib/server/http.ts';
import { AnswerStay } from '#lib/toekomstplan/model.ts';
import { answerStay } from '#lib/toekomstplan/server/basis.commands.ts';
import { getAsked } from '#lib/toekomstplan/server/basis.queries.ts';

export const load = page(({ ctx, actor, event }) => getAsked(ctx, actor, event.params.token ?? ''));

export const actions = {
	default: formAction(AnswerStay, async ({ ctx, actor, event, input }) => {
		await answerStay(ctx, actor, event.params.token ?? '', input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
