import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { signInForDemo } from '#lib/identity/server/demo.ts';
import { deviceOf, HOME, safeNext } from '#lib/identity/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { idOf } from '#lib/kernel/id.ts';
import { goTo, keepSecret, SESSION_COOKIE } from '#lib/server/http.ts';

const personId = idOf<'Person'>();

export const POST: RequestHandler = async (event) => {
	const { ctx, session } = event.locals;
	const form = await event.request.formData();
	const asked = personId.safeParse(form.get('persoon'));
	const person: PersonId | undefined = asked.data;
	const device = deviceOf(event.request.headers.get('user-agent'));
	const started =
		person && (await signInForDemo(ctx, person, { device, session: session?.id ?? null }));
	if (!started) error(404, 'not found');
	keepSecret(event, SESSION_COOKIE, started.token);
	const next = safeNext(form.get('naar')?.toString());
	return goTo(event, started.staff && next === HOME ? '/werk' : next);
};

/** Only a form comes here: the address is not there for anybody else, and outside a demo for nobody. */
export const fallback: RequestHandler = () => error(404, 'not found');
