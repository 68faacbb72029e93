import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { TypeCode } from '#lib/identity/model.ts';
import { useCode } from '#lib/identity/server/sign-in.commands.ts';
import { findStep } from '#lib/identity/server/sign-in.queries.ts';
import { BROWSER_COOKIE, browserSecret, formAction, goTo, page } from '#lib/server/http.ts';
import { browserOf, follow } from '../outcome.ts';

export const load = page(async ({ ctx, event }) => {
	const step = await findStep(ctx, event.cookies.get(BROWSER_COOKIE));
	if (step === 'personalCode' || step === 'session') goTo(event, '/inloggen/wie');
	return { waiting: step === 'mail' };
});

export const actions = {
	default: formAction(
		TypeCode.extend({ key: formKey }),
		async ({ ctx, event, input: { code, key } }) => {
			const asking = { secret: browserSecret(event), key };
			const outcome = await useCode(ctx, asking, code, browserOf(event));
			follow(event, outcome, 'code', '/inloggen/code');
		},
		{ secret: ['code'] }
	)
} satisfies Actions;
