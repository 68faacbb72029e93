import { getLocale } from '#lib/paraglide/runtime.js';

/** What a failed form gives back: a message key beside each field, and what was typed. */
export type FormState =
	| {
			readonly errors: Readonly<Record<string, string>>;
			readonly values: Readonly<Record<string, string>>;
	  }
	| null
	| undefined;

/** What was typed in a field, or what stands there at first. */
export const typed = (form: FormState, name: string, first = ''): string =>
	form?.values[name] ?? first;

/** "14.30" in Dutch, "14:30" in English. */
export const clock = (time: string): string =>
	getLocale() === 'nl' ? time.replace(':', '.') : time;
