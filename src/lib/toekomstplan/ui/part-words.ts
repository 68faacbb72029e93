import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Field, Part } from '../model.ts';

export const PART_WORDS: Readonly<Record<Part, () => string>> = {
	mensen: m['later.mensen'],
	wonen: m['later.wonen'],
	school: m['later.school'],
	geld: m['later.geld'],
	gezondheid: m['later.gezondheid'],
	tijdlijn: m['later.tijdlijn'],
	basis: m['later.basis']
};

export const PART_ICONS: Readonly<Record<Part, IconName>> = {
	mensen: 'people',
	wonen: 'home',
	school: 'cap',
	geld: 'coin',
	gezondheid: 'heart',
	tijdlijn: 'calendar',
	basis: 'done'
};

/** The questions about a domain, as the youth answers them. */
export const FIELD_WORDS: Readonly<Record<Field, () => string>> = {
	nu: m['later.nu'],
	wens: m['later.wens'],
	stap: m['later.stap'],
	hulp: m['later.hulp']
};
