import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Problem } from './model.ts';

/** What is wrong, as a sentence. */
export const sentenceOf = ({ key, values }: Problem, locale: Locale): string =>
	m[`importer.${key}`]({ name: '', max: '', options: '', ...values }, { locale });
