import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import { AddEntry } from '#lib/jim/model.ts';
import { nextQuestion, questionOf } from '#lib/jim/questions.ts';
import { addToCircle } from '#lib/jim/server/circle.commands.ts';
import { openQuestion } from '#lib/jim/server/circle.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

const numberOf = ({ params }: Pick<RequestEvent, 'params'>): number =>
	questionOf(params.question) ?? error(404, 'not found');

export const load = privatePage(async ({ ctx, actor, event }) => {
	await openQuestion(ctx, actor);
	return numberOf(event);
});

export const actions = {
	default: privateAction(AddEntry, async ({ ctx, actor, event, input }) => {
		await addToCircle(ctx, actor, input);
		goTo(event, `/naast-mij/denken/${nextQuestion(numberOf(event), false) ?? 'klaar'}`);
	})
} satisfies Actions;
