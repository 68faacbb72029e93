import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';
import { safeNext } from '#lib/identity/rules.ts';
import { ChooseReading, READING_COOKIE, readingOf } from '#lib/reading/model.ts';
import { chooseReading } from '#lib/reading/server/commands.ts';
import { formAction, page } from '#lib/server/http.ts';
import { joinPath } from '#lib/ui/locale.ts';

const YEAR = 365 * 24 * 60 * 60;

export const load = page(({ event: { cookies, request, url } }) => {
	// Where somebody came from, to go back to: pages tell it to our own server only.
	const from = URL.parse(request.headers.get('referer') ?? '');
	const naar = from?.origin === url.origin && from.pathname !== url.pathname ? from.pathname : '';
	return { ...readingOf(cookies), naar };
});

export const actions = {
	default: formAction(ChooseReading, async ({ actor, event, input: { naar, ...reading } }) => {
		// Not only for the server: the script that reads aloud keeps its speed here too.
		event.cookies.set(READING_COOKIE, chooseReading(actor, reading), {
			path: '/',
			secure: true,
			httpOnly: false,
			sameSite: 'lax',
			maxAge: YEAR
		});
		redirect(303, naar ? safeNext(naar) : joinPath(event.locals.locale, '/lezen'));
	})
} satisfies Actions;
