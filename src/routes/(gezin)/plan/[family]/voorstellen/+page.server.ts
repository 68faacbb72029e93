import type { Actions } from './$types';
import { AnswerProposal, WithdrawProposal } from '#lib/plan/proposal.model.ts';
import { answerProposal, withdrawProposal } from '#lib/plan/server/proposal.commands.ts';
import { getProposals } from '#lib/plan/server/proposal.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getProposals(ctx, actor, familyOf(event))
);

export const actions = {
	answer: privateAction(AnswerProposal, async ({ ctx, actor, event, input }) => {
		await answerProposal(ctx, actor, familyOf(event), input);
		goTo(event, `/plan/${familyOf(event)}/voorstellen`);
	}),
	withdraw: privateAction(WithdrawProposal, async ({ ctx, actor, event, input }) => {
		await withdrawProposal(ctx, actor, familyOf(event), input);
		goTo(event, `/plan/${familyOf(event)}/voorstellen`);
	})
} satisfies Actions;
