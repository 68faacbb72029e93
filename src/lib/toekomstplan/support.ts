import { day } from '#lib/kernel/calendar.ts';

/** How a helper supports without taking over, in order; each with where it was read (facts 4.1, 4.2). */
export const SUPPORT = [
	{ key: 'laterOffer.help1', site: '16-27.nl' },
	{ key: 'laterOffer.help2', site: 'nji.nl' },
	{ key: 'laterOffer.help3', site: 'richtlijnenjeugdhulp.nl' },
	{ key: 'laterOffer.help4', site: 'nji.nl' },
	{ key: 'laterOffer.help5', site: 'expex.nl' },
	{ key: 'laterOffer.help6', site: 'vng.nl' }
] as const;

export const SUPPORT_SITES = [...new Set(SUPPORT.map(({ site }) => site))];
export const SUPPORT_CHECKED_ON = day('2026-11-22');
