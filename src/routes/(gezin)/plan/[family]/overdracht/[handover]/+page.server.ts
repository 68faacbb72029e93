import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { AnswerHandover, ReviseHandover, type HandoverId } from '#lib/handover/model.ts';
import { answerHandover, reviseHandover } from '#lib/handover/server/commands.ts';
import { getHandover } from '#lib/handover/server/queries.ts';
import { idOf } from '#lib/kernel/id.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

function handoverOf({ params }: { params: { handover?: string } }): HandoverId {
	const id = idOf<'Handover'>().safeParse(params.handover);
	if (!id.success) error(404, 'not found');
	return id.data;
}

export const load = privatePage(({ ctx, actor, event }) =>
	getHandover(ctx, actor, familyOf(event), handoverOf(event))
);

export const actions = {
	revise: privateAction(ReviseHandover, async ({ ctx, actor, event, input }) => {
		await reviseHandover(ctx, actor, familyOf(event), handoverOf(event), input);
		goTo(event, event.locals.path);
	}),
	answer: privateAction(AnswerHandover, async ({ ctx, actor, event, input }) => {
		await answerHandover(ctx, actor, familyOf(event), handoverOf(event), input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
