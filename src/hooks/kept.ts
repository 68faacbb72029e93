import type { RequestEvent } from '@sveltejs/kit';
import { readingOf } from '#lib/reading/model.ts';
import { SESSION_COOKIE } from '#lib/server/http.ts';
import { keptPage, makePage, type Encoding } from '#lib/server/kept-pages.ts';

/**
 * Pages that are the same for every visitor of a day. By name and never by a pattern: a page with a
 * form of its own beside these must not be kept because of where it stands.
 */
export const KEPT_ROUTES: ReadonlySet<string | null> = new Set([
	'/(open)',
	'/(open)/hulp',
	'/(open)/hulp/jongere',
	'/(open)/veilig',
	'/(open)/rechten',
	'/(open)/rechten/[audience]',
	'/(open)/rechten/[audience]/[slug]',
	'/(open)/woorden',
	'/(open)/woorden/op-elkaar',
	'/(open)/zonder-internet',
	'/meenemen.json'
]);

/**
 * Answers a visitor from what is kept. Whoever has a session, sends something, or asks with a query gets
 * a page of the moment, which is kept for nobody.
 */
export function keptAnswer(
	event: RequestEvent,
	make: () => Promise<Response>
): Promise<Response> | Response {
	const { request, locals, url, cookies } = event;
	const head = request.method === 'HEAD';
	const mayBeKept =
		KEPT_ROUTES.has(event.route.id) &&
		(head || request.method === 'GET') &&
		!event.isDataRequest &&
		url.search === '' &&
		cookies.get(SESSION_COOKIE) === undefined;
	if (!mayBeKept) return make();
	const name = `${url.pathname} ${readingOf(cookies).text}`;
	const asked = { head, encoding: encodingOf(request.headers.get('accept-encoding')) };
	return keptPage(locals.ctx, name, asked) ?? makePage(locals.ctx, name, asked, make);
}

/** The smallest that the browser takes. `q=0` says that it does not. */
export function encodingOf(accepted: string | null): Encoding {
	const takes = (name: string) =>
		(accepted ?? '').split(',').some((one) => {
			const [found, weight] = one.trim().split(/\s*;\s*q=/);
			return found === name && Number(weight ?? 1) > 0;
		});
	return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
