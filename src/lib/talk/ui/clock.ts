import { pageLocale } from '#lib/ui/locale.ts';

/** "14.30" in Dutch, "14:30" in English. */
export const clock = (time: string): string =>
	pageLocale() === 'nl' ? time.replace(':', '.') : time;
