import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { AskLink } from '#lib/identity/model.ts';
import { findDemoPeople } from '#lib/identity/server/demo.ts';
import { askLink } from '#lib/identity/server/sign-in.commands.ts';
import { browserSecret, formAction, goTo, page } from '#lib/server/http.ts';

export const load = page(async ({ ctx, event }) => {
	browserSecret(event);
	return {
		naar: event.url.searchParams.get('naar')?.slice(0, 500) ?? '',
		demo: await findDemoPeople(ctx)
	};
});

export const actions = {
	default: formAction(AskLink.extend({ key: formKey }), async ({ ctx, event, input }) => {
		const { email, naar: next, key } = input;
		const { locale } = event.locals;
		await askLink(ctx, { secret: browserSecret(event), key }, { email, next, locale });
		goTo(event, '/inloggen/code');
	})
} satisfies Actions;
