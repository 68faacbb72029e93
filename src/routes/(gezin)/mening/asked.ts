import { error, type RequestEvent } from '@sveltejs/kit';
import { isMoment, pathAfter, pathOf, type Place } from '#lib/feedback/form.model.ts';
import type { Moment } from '#lib/feedback/questionnaire.model.ts';
import { questionAfter, questionsFor } from '#lib/feedback/questionnaires.ts';
import { giveAnswers } from '#lib/feedback/server/answer.commands.ts';
import { getQuestions } from '#lib/feedback/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { idOf } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';

type Asked = {
	readonly ctx: Ctx;
	readonly actor: Actor;
	readonly event: Pick<RequestEvent, 'params'>;
};

/** Which place and which moment an address names. */
export function askedOf({ params }: Pick<RequestEvent, 'params'>): {
	readonly place: Place;
	readonly moment: Moment;
} {
	const { moment = '', jim } = params;
	if (!isMoment(moment)) return error(404, 'not found');
	if (jim === undefined) return { place: { family: read('Family', params.family) }, moment };
	return { place: { jim: read('Jim', jim) }, moment };
}

function read<Name extends string>(_name: Name, text: string | undefined) {
	const id = idOf<Name>().safeParse(text);
	return id.success ? id.data : error(404, 'not found');
}

/** The one question that an address names, with pictures. */
export async function pictureOf({ ctx, actor, event }: Asked) {
	const { place, moment } = askedOf(event);
	const view = await getQuestions(ctx, actor, place, moment);
	const asked = questionsFor(view.audience, moment).find(({ id }) => id === event.params.question);
	return asked ? { ...view, question: asked.id } : error(404, 'not found');
}

/** Keeps the answer to the one question that an address names. @returns where the next one is */
export async function answerPicture(
	{ ctx, actor, event }: Asked,
	sent: Readonly<Record<string, number | null>>
): Promise<string> {
	const { place, moment } = askedOf(event);
	const { question } = event.params;
	if (!question) error(404, 'not found');
	await giveAnswers(ctx, actor, { place, moment, sent });
	const { audience } = await getQuestions(ctx, actor, place, moment);
	const next = questionAfter(audience, moment, question);
	return next ? `${pathOf(place)}/${moment}/${next}` : pathAfter(place, moment);
}
