import { getLocale } from '#lib/paraglide/runtime.js';

/** "14.30" in Dutch, "14:30" in English. */
export const clock = (time: string): string =>
	getLocale() === 'nl' ? time.replace(':', '.') : time;
