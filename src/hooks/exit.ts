import type { RequestEvent } from '@sveltejs/kit';
import { calendarAnswer, LEFT_COOKIE, worksWhileAway } from '#lib/server/exit.ts';
import { joinPath } from '#lib/ui/locale.ts';

/**
 * For someone who left quickly every address shows the calendar, so that Back and Forward find
 * nothing else. Null for everyone else.
 */
export function calendarInstead({ cookies, locals, request }: RequestEvent): Response | null {
	const { ctx, locale, path } = locals;
	if (!cookies.get(LEFT_COOKIE) || worksWhileAway(path)) return null;
	if (request.method === 'GET' || request.method === 'HEAD') {
		return calendarAnswer({ at: ctx.now(), locale });
	}
	return new Response(null, { status: 303, headers: { location: joinPath(locale, '/weg') } });
}
