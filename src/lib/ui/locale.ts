import {
	baseLocale,
	getLocale,
	locales as catalogues,
	type Locale as Catalogue
} from '#lib/paraglide/runtime.js';

export { baseLocale, type Catalogue };

/** A language of the portal: what stands in addresses, and what people choose. */
export type Locale = Exclude<Catalogue, `${string}-x-${string}`>;

const isLanguage = (catalogue: Catalogue): catalogue is Locale => !catalogue.includes('-x-');

/** Some languages speak to youths otherwise, in a catalogue of only what differs. */
export const locales: readonly Locale[] = catalogues.filter(isLanguage);

/** The catalogue in which a language speaks to this reader. */
export function catalogueFor(locale: Locale, { youth }: { youth: boolean }): Catalogue {
	const forYouths = `${locale}-x-je`;
	return (youth && catalogues.find((one) => one === forYouths)) || locale;
}

/** The language of the page that is being made, whoever reads it. */
export const pageLocale = (): Locale => {
	const [language] = getLocale().split('-');
	return locales.find((locale) => locale === language) ?? baseLocale;
};

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
