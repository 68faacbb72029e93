import type { Handle } from '@sveltejs/kit/hooks';
import { calendarAnswer, LEFT_COOKIE, worksWhileAway } from '#lib/server/exit.ts';
import { joinPath, splitPath } from '#lib/ui/locale.ts';

/**
 * For someone who left quickly every address shows the calendar, so that Back and Forward find
 * nothing else. Comes after `locals.ctx` is set and before anything reads the session.
 */
export const exitGuard: Handle = ({ event, resolve }) => {
	const { locale, path } = splitPath(event.url.pathname);
	if (!event.cookies.get(LEFT_COOKIE) || worksWhileAway(path)) return resolve(event);
	if (event.request.method === 'GET' || event.request.method === 'HEAD') {
		return calendarAnswer({ at: event.locals.ctx.now(), locale });
	}
	return new Response(null, { status: 303, headers: { location: joinPath(locale, '/weg') } });
};
