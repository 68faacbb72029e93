import type { Handle } from '@sveltejs/kit/hooks';
import { directionOf, splitPath } from '#lib/ui/locale.ts';
export const handle: Handle = ({ event, resolve }) => {
	const { locale } = splitPath(event.url.pathname);
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%portal.lang%', locale).replace('%portal.dir%', directionOf(locale))
	});
};
