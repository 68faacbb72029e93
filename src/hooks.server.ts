import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit/hooks';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { directionOf, splitPath, type Locale } from '#lib/ui/locale.ts';

// Stand-in.
const current = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => current.getStore() ?? 'nl');

export const handle: Handle = ({ event, resolve }) => {
	const { locale } = splitPath(event.url.pathname);
	return current.run(locale, () =>
		resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%portal.lang%', locale).replace('%portal.dir%', directionOf(locale))
		})
	);
};
