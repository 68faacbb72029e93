import type { Actions } from './$types';
import { AgreementInput, AnswerInput, StatementInput, WithdrawInput } from '#lib/voice/model.ts';
import {
	answerStatement,
	makeStatement,
	recordAgreement,
	withdrawStatement
} from '#lib/voice/server/commands.ts';
import { getVoicePage } from '#lib/voice/server/queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getVoicePage(ctx, actor, familyOf(event))
);

export const actions = {
	agree: privateAction(AgreementInput, async ({ ctx, actor, event, input }) => {
		await recordAgreement(ctx, actor, familyOf(event), input);
		goTo(event, event.locals.path);
	}),
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
