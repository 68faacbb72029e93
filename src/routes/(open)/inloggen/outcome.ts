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
	if (outcome.step === 'signedIn') return enter(event, outcome);
	if (outcome.step === 'wrong') throw new Refused({ [field]: 'fout.codeFout' });
	if (outcome.step === 'wait') throw new Refused({ [field]: 'fout.codeWacht' });
	return goTo(event, outcome.step === 'personalCode' ? '/inloggen/wie' : otherwise);
}

/**
 * Where a step with a passkey leads.
 * @param otherwise the page of the invitation, when the key was made for one
 */
export function followKey(event: RequestEvent, outcome: Outcome, otherwise?: string): never {
	switch (outcome.step) {
		case 'signedIn':
			return enter(event, outcome);
		case 'over':
			throw new Refused({ answer: 'passkey.over' });
		case 'wait':
			throw new Refused({ answer: 'passkey.wait' });
		case 'wrong':
			throw new Refused({ answer: 'passkey.refused' });
		default:
			if (otherwise) return goTo(event, otherwise);
			throw new Refused({ answer: 'passkey.unknown' });
	}
}

function enter(
	event: RequestEvent,
	{ token, next }: Extract<Outcome, { step: 'signedIn' }>
): never {
	keepSecret(event, SESSION_COOKIE, token);
	dropSecret(event, BROWSER_COOKIE);
	return goTo(event, next);
}
