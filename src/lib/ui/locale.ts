import { baseLocale, locales, type Locale } from '#lib/paraglide/runtime.js';

export { baseLocale, locales, type Locale };

/** Splits an address into its language and the path without the language prefix. Dutch has none. */
export function splitPath(pathname: string): { locale: Locale; path: string } {
	const [, first = ''] = pathname.split('/', 2);
	const locale = locales.find((known) => known === first && known !== baseLocale);
	if (!locale) return { locale: baseLocale, path: pathname };
	return { locale, path: pathname.slice(first.length + 1) || '/' };
}

/** The address of a path in a language. */
export function joinPath(locale: Locale, path: string): string {
	if (locale === baseLocale) return path;
	return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Right-to-left languages among the ones the portal will speak. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
