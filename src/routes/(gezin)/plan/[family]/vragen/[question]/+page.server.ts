import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { idOf } from '#lib/kernel/id.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { CloseQuestion, MoveDate, Reply } from '#lib/talk/question.model.ts';
import { closeQuestion, moveDate, reply } from '#lib/talk/server/questions.commands.ts';
import { getQuestionPage } from '#lib/talk/server/questions.queries.ts';
import { familyOf } from '../../family.ts';

type WithParams = { readonly params: { readonly family?: string; readonly question?: string } };

function placeOf(event: WithParams) {
	const question = idOf<'Question'>().safeParse(event.params.question);
	if (!question.success) error(404, 'not found');
	return { family: familyOf(event), question: question.data };
}

const back = (event: Parameters<typeof goTo>[0] & WithParams) => {
	const { family, question } = placeOf(event);
	goTo(event, `/plan/${family}/vragen/${question}`);
};

export const load = privatePage(({ ctx, actor, event }) => {
	const { family, question } = placeOf(event);
	return getQuestionPage(ctx, actor, family, question);
});

const OF_ADDRESS = { family: true, question: true } as const;

export const actions = {
	reply: privateAction(Reply.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await reply(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	move: privateAction(MoveDate.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await moveDate(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	close: privateAction(CloseQuestion.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await closeQuestion(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	})
} satisfies Actions;
