import { error } from '@sveltejs/kit';
import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { UseKey } from '#lib/identity/model.ts';
import { askKey, signInWithKey } from '#lib/identity/server/passkeys.commands.ts';
import { browserSecret, formAction, networkOf, page } from '#lib/server/http.ts';
import { browserOf, followKey } from '../outcome.ts';

export const load = page(async ({ ctx, event }) => {
	const options = await askKey(ctx, browserSecret(event), networkOf(event));
	return {
		naar: event.url.searchParams.get('naar')?.slice(0, 500) ?? '',
		options: options ?? error(429, 'too many')
	};
});

export const actions = {
	default: formAction(
		UseKey.extend({ key: formKey }),
		async ({ ctx, event, input: { answer, naar: next, key } }) => {
			const outcome = await signInWithKey(
				ctx,
				{ secret: browserSecret(event), key },
				{ proof: answer, next, network: networkOf(event), browser: browserOf(event) }
			);
			followKey(event, outcome);
		},
		{ secret: ['answer'] }
	)
} satisfies Actions;
