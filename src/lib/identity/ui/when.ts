import type { Locale } from '#lib/ui/locale.ts';

/** A moment as people say it, in Dutch time: "dinsdag 3 december, 14.30 uur". */
export function moment(at: Date, locale: Locale): string {
	const options = { timeZone: 'Europe/Amsterdam' } as const;
	const date = at.toLocaleDateString(locale, {
		...options,
		weekday: 'long',
		day: 'numeric',
		month: 'long'
	});
	const time = at.toLocaleTimeString('nl', { ...options, hour: '2-digit', minute: '2-digit' });
	return locale === 'nl' ? `${date}, ${time.replace(':', '.')} uur` : `${date}, ${time}`;
}
