import type { RequestEvent } from '@sveltejs/kit';
import type { Browser } from '#lib/identity/server/sessions.commands.ts';
import type { Outcome } from '#lib/identity/server/signed-in.ts';
import { deviceOf } from '#lib/identity/rules.ts';
import { BROWSER_COOKIE, dropSecret, goTo, keepSecret, SESSION_COOKIE } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';

/** The browser in which somebody signs in. */
export const browserOf = ({ request, locals }: RequestEvent): Browser => ({
	device: deviceOf(request.headers.get('user-agent')),
	session: locals.session?.id ?? null
});

/**
 * Where a step of signing in leads.
 * @param field beside which a wrong code is told
 * @param otherwise the page that explains why it did not work
 */
export function follow(
	event: RequestEvent,
	outcome: Outcome,
	field: string,
	otherwise: string
): never {
	if (outcome.step === 'signedIn') {
		keepSecret(event, SESSION_COOKIE, outcome.token);
		dropSecret(event, BROWSER_COOKIE);
		return goTo(event, outcome.next);
	}
	if (outcome.step === 'wrong') throw new Refused({ [field]: 'fout.codeFout' });
	if (outcome.step === 'wait') throw new Refused({ [field]: 'fout.codeWacht' });
	return goTo(event, outcome.step === 'personalCode' ? '/inloggen/wie' : otherwise);
}
