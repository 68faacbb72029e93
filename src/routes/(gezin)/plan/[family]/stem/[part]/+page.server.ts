import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { idOf } from '#lib/kernel/id.ts';
import type { SituationId } from '#lib/plan/model.ts';
import { AnswerInput, StatementInput, WithdrawInput } from '#lib/voice/model.ts';
import { answerStatement, makeStatement, withdrawStatement } from '#lib/voice/server/commands.ts';
import { getPartVoices } from '#lib/voice/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getPartVoices(ctx, actor, familyOf(event), partOf(event.params))
);

export const actions = {
	state: privateAction(StatementInput, async ({ ctx, actor, event, input }) => {
		await makeStatement(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	withdraw: privateAction(WithdrawInput, async ({ ctx, actor, event, input }) => {
		await withdrawStatement(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
	answer: privateAction(AnswerInput, async ({ ctx, actor, event, input }) => {
		await answerStatement(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;

function partOf({ part }: { readonly part?: string }): SituationId {
	const id = idOf<'Situation'>().safeParse(part);
	if (!id.success) error(404, 'not found');
	return id.data;
}
