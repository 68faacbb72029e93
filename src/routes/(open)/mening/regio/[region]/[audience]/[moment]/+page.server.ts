import { error, type RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import { GiveOpenAnswers, OPEN_AUDIENCES, OPEN_MOMENTS } from '#lib/feedback/form.model.ts';
import { giveOpenAnswers } from '#lib/feedback/server/answer.commands.ts';
import { getOpenQuestions } from '#lib/feedback/server/queries.ts';
import { formAction, goTo, networkOf, page } from '#lib/server/http.ts';

export const load = page(async ({ ctx, actor, event }) => {
	const asked = askedOf(event);
	return { ...(await getOpenQuestions(ctx, actor, asked.regionId, asked)), ...asked };
});

export const actions = {
	send: formAction(GiveOpenAnswers, async ({ ctx, actor, event, input: { key, ...sent } }) => {
		const asked = askedOf(event);
		await giveOpenAnswers(ctx, actor, { ...asked, sent, key, network: networkOf(event) });
		goTo(event, `/mening/regio/${asked.regionId}/klaar`);
	})
} satisfies Actions;

function askedOf({ params }: Pick<RequestEvent, 'params'>) {
	const moment = OPEN_MOMENTS.find((one) => one === params.moment);
	const audience = OPEN_AUDIENCES.find((one) => one === params.audience);
	if (!moment || !audience) return error(404, 'not found');
	return { regionId: params.region ?? '', audience, moment } as const;
}
