import { error } from '@sveltejs/kit';
import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { AcceptInvitation } from '#lib/identity/model.ts';
import { acceptInvitation, lookUpInvitation } from '#lib/identity/server/invitations.ts';
import { browserSecret, formAction, networkOf, page } from '#lib/server/http.ts';
import { browserOf, follow } from '../../inloggen/outcome.ts';

export const load = page(async ({ ctx, event }) => {
	browserSecret(event);
	const view = await lookUpInvitation(ctx, event.params.token ?? '', networkOf(event));
	return view ?? error(429, 'too many');
});

export const actions = {
	default: formAction(
		AcceptInvitation.extend({ key: formKey }),
		async ({ ctx, event, input: { personalCode, key } }) => {
			const outcome = await acceptInvitation(
				ctx,
				{ secret: browserSecret(event), key },
				{
					token: event.params.token ?? '',
					personalCode,
					network: networkOf(event),
					browser: browserOf(event)
				}
			);
			follow(event, outcome ?? error(429, 'too many'), 'personalCode', event.locals.path);
		},
		{ secret: ['personalCode'] }
	)
} satisfies Actions;
