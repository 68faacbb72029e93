import { pageLocale, type Locale } from './locale.ts';

// British order for English: day before month, as in Dutch, so that letters and screens agree.
const TAGS: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

type Formatters = {
	readonly day: Intl.DateTimeFormat;
	readonly dayWithYear: Intl.DateTimeFormat;
	readonly plain: Intl.DateTimeFormat;
	readonly weekday: Intl.DateTimeFormat;
	readonly list: Intl.ListFormat;
};

// Making a formatter costs more than rendering a page with it.
const made = new Map<Locale, Formatters>();

function formattersOf(locale: Locale): Formatters {
	const known = made.get(locale);
	if (known) return known;
	const tag = TAGS[locale];
	const named = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
	const fresh = {
		day: new Intl.DateTimeFormat(tag, named),
		dayWithYear: new Intl.DateTimeFormat(tag, { ...named, year: 'numeric' }),
		plain: new Intl.DateTimeFormat(tag, {
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			timeZone: 'UTC'
		}),
		weekday: new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }),
		list: new Intl.ListFormat(tag, { type: 'conjunction' })
	};
	made.set(locale, fresh);
	return fresh;
}

/** Dates as they were written before: pages name the same few hundred again and again. */
const written = new Map<string, string>();
const MOST_WRITTEN = 2000;

/** "dinsdag 3 december"; with the year when it is not this year, or when today is not known. */
export function longDay(day: string, today?: string, locale: Locale = pageLocale()): string {
	const withYear = today?.slice(0, 4) !== day.slice(0, 4);
	const name = `${locale} ${day} ${withYear}`;
	const known = written.get(name);
	if (known) return known;
	const { day: short, dayWithYear } = formattersOf(locale);
	const text = (withYear ? dayWithYear : short).format(momentOf(day)).replace(',', '');
	if (written.size >= MOST_WRITTEN) written.clear();
	written.set(name, text);
	return text;
}

/** "3 december 2026": for dates that need no weekday, such as when a page was checked. */
export const plainDay = (day: string, locale: Locale = pageLocale()): string =>
	formattersOf(locale).plain.format(momentOf(day));

/** "Piet, Sem en Noor". */
export const listed = (words: readonly string[], locale: Locale = pageLocale()): string =>
	formattersOf(locale).list.format(words);

const WEEK = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const A_MONDAY = '2024-01-01';

/** "maandag, dinsdag en donderdag", from the short names that the case systems send. */
export const weekdays = (days: readonly string[], locale: Locale = pageLocale()): string =>
	listed(
		days.map((day) =>
			formattersOf(locale).weekday.format(momentOf(A_MONDAY) + WEEK.indexOf(day) * 86_400_000)
		),
		locale
	);

const momentOf = (day: string) =>
	Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
