import type { RequestEvent } from '@sveltejs/kit';
import type { FormAsked } from '#lib/plan/server/form.load.ts';
import { familyOf } from './family.ts';

/** Who asks for the form of this address, and whether the page answers one that could not be taken. */
export const formAsked = (
	ctx: FormAsked['ctx'],
	actor: FormAsked['actor'],
	event: Pick<RequestEvent, 'request'> & Parameters<typeof familyOf>[0]
): FormAsked => ({
	...{ ctx, actor, family: familyOf(event) },
	again: event.request.method === 'POST'
});
