import { expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { noticesOf, type Notice } from './rules.ts';

const OWN = {
	reviewBy: day('2027-05-29'),
	locale: 'nl',
	stale: false,
	translation: undefined
} as const;
const TRANSLATED = { ...OWN, locale: 'en', translation: 'machine' } as const;

test.each<
	[
		what: string,
		article: Parameters<typeof noticesOf>[0],
		asked: string,
		on: string,
		says: Notice[]
	]
>([
	['a Dutch article', OWN, 'nl', '2026-11-29', []],
	['the day before its review', OWN, 'nl', '2027-05-28', []],
	['the day of its review', OWN, 'nl', '2027-05-29', ['overdue']],
	['not there in the language of the page', OWN, 'en', '2026-11-29', ['notTranslated']],
	['translated by a machine', TRANSLATED, 'en', '2026-11-29', ['machine']],
	[
		'translated, and read by a person',
		{ ...TRANSLATED, translation: 'person' },
		'en',
		'2026-11-29',
		[]
	],
	[
		'everything at once, the law first',
		{ ...TRANSLATED, stale: true },
		'en',
		'2028-01-01',
		['overdue', 'stale', 'machine']
	]
])('%s', (_, article, asked, on, says) => {
	expect(noticesOf(article, asked, day(on))).toEqual(says);
});
