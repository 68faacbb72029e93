import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { useLink } from '#lib/identity/server/sign-in.commands.ts';
import { lookAtLink } from '#lib/identity/server/sign-in.queries.ts';
import { BROWSER_COOKIE, browserSecret, formAction, page } from '#lib/server/http.ts';
import { browserOf, follow } from '../../outcome.ts';

export const load = page(async ({ ctx, event }) => ({
	state: await lookAtLink(ctx, event.cookies.get(BROWSER_COOKIE), event.params.token ?? '')
}));

export const actions = {
	default: formAction(z.object({ key: formKey }), async ({ ctx, event, input: { key } }) => {
		const asking = { secret: browserSecret(event), key };
		const outcome = await useLink(ctx, asking, event.params.token ?? '', browserOf(event));
		follow(event, outcome, 'key', event.locals.path);
	})
} satisfies Actions;
