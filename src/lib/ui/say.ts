import { m } from '#lib/paraglide/messages.js';

const spoken = m as unknown as Readonly<Record<string, (() => string) | undefined>>;

/** The words of a message key that came from a rule or a form, in the language of the page. */
export const say = (key: string): string => spoken[key]?.() ?? m['fout.onbekend']();
