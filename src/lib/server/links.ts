import { baseLocale, joinPath, locales, type Locale } from '#lib/ui/locale.ts';
import type { Config } from './config.ts';

/** The language of the portal that fits a person's; Dutch when it has none. */
export const localeFor = (language: string): Locale =>
	locales.find((known) => known === language) ?? baseLocale;

/** An address for in a mail. Starts at the configured origin: a request's Host header can be a lie. */
export const linkTo = (config: Config, language: string, path: string): string =>
	config.origin + joinPath(localeFor(language), path);
