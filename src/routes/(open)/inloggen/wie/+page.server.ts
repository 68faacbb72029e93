import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { TypePersonalCode } from '#lib/identity/model.ts';
import { usePersonalCode } from '#lib/identity/server/sign-in.commands.ts';
import { findStep } from '#lib/identity/server/sign-in.queries.ts';
import { BROWSER_COOKIE, browserSecret, formAction, goTo, page } from '#lib/server/http.ts';
import { browserOf, follow } from '../outcome.ts';

export const load = page(async ({ ctx, event }) => {
	const step = await findStep(ctx, event.cookies.get(BROWSER_COOKIE));
	if (step === 'mail' || step === 'over') goTo(event, '/inloggen/code');
	return {};
});

export const actions = {
	default: formAction(
		TypePersonalCode.extend({ key: formKey }),
		async ({ ctx, event, input: { personalCode, key } }) => {
			const asking = { secret: browserSecret(event), key };
			const outcome = await usePersonalCode(ctx, asking, personalCode, browserOf(event));
			follow(event, outcome, 'personalCode', '/inloggen/code');
		},
		{ secret: ['personalCode'] }
	)
} satisfies Actions;
