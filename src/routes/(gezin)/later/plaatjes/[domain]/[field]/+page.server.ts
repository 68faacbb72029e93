import { error } from '@sveltejs/kit';
import type { Actions } from './$types';
import { DEVICE_COOKIE, goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { answersTo, isField, nextField, SavePicture } from '#lib/toekomstplan/pictures.ts';
import { holdsOnDevice } from '#lib/toekomstplan/server/device.queries.ts';
import { getPicture, savePicture } from '#lib/toekomstplan/server/pictures.ts';
import { say } from '#lib/ui/say.ts';
import { domainOf } from '../../../[domain]/domain.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const domain = domainOf(event);
	const { field = '' } = event.params;
	if (!isField(field)) return error(404, 'not found');
	const question = { domain, field };
	return {
		...(await getPicture(ctx, actor, question, answersTo(question).map(say))),
		onDevice: await holdsOnDevice(ctx, actor, event.cookies.get(DEVICE_COOKIE))
	};
});

export const actions = {
	save: privateAction(SavePicture, async ({ ctx, actor, event, input }) => {
		const { conflicts } = await savePicture(ctx, actor, input, answersTo(input).map(say));
		if (input.field in conflicts) throw new Refused({ own: 'later.conflict' });
		const next = nextField(input.field);
		goTo(event, next ? `/later/plaatjes/${input.domain}/${next}` : '/later/plaatjes');
	})
} satisfies Actions;
