import { m } from '#lib/paraglide/messages.js';
import { day, isDay, type Day } from '#lib/kernel/calendar.ts';
import { directionOf, joinPath, type Locale } from './locale.ts';

type Week = readonly (Day | null)[];

/** The weeks of the month that a day is in, Monday first; null before the first and after the last. */
export function weeksOf(today: Day): readonly Week[] {
	const month = today.slice(0, 8);
	const first = day(`${month}01`);
	const before = (utc(first).getUTCDay() + 6) % 7;
	const cells: (Day | null)[] = Array.from({ length: before }, () => null);
	for (let date = 1; date <= 31; date++) {
		const on = `${month}${String(date).padStart(2, '0')}`;
		if (isDay(on)) cells.push(on);
	}
	while (cells.length % 7 !== 0) cells.push(null);
	return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Midnight in UTC: only to ask its weekday and its name, never as a moment. */
const utc = (on: Day) => new Date(`${on}T00:00:00Z`);

const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-inline-size: 30rem; }
h1 { font-size: 1.5rem; }
.calendar { inline-size: 100%; border-collapse: collapse; table-layout: fixed; text-align: center; }
.calendar caption { padding-block: 0.5rem; text-align: start; }
.calendar th { font-weight: 400; }
.calendar td { block-size: 2.75rem; border-block-start: 1px solid; }
.calendar [aria-current] { outline: 2px solid; outline-offset: -2px; font-weight: 700; }
button { min-block-size: 2.75rem; margin-block-start: 1rem; padding-inline: 1rem; font: inherit; }
`;

/**
 * A month on a page, with nothing on it that says whose page it is. A whole document of its own,
 * because every page in the portal's layout carries the portal's name.
 * @param onwardTo where the page sends on to by itself, if anywhere
 */
export function calendarPage(view: {
	readonly today: Day;
	readonly locale: Locale;
	readonly nonce: string;
	readonly onwardTo?: string | undefined;
}): string {
	const { today, locale, nonce, onwardTo } = view;
	const named = (options: Intl.DateTimeFormatOptions, on: Day) =>
		new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { ...options, timeZone: 'UTC' }).format(utc(on));
	const weeks = weeksOf(today);
	const title = m['calendar.title']({}, { locale });
	const weekdays = (weeks[1] ?? []).map((on) =>
		on
			? `<th scope="col" abbr="${named({ weekday: 'long' }, on)}">${named({ weekday: 'short' }, on)}</th>`
			: ''
	);
	const rows = weeks.map((week) => `<tr>${week.map((on) => cell(on, today)).join('')}</tr>`);
	return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
${onwardTo ? `<meta http-equiv="refresh" content="0; url=${escaped(onwardTo)}">` : ''}
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${named({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, today)}</p>
<table class="calendar">
<caption>${named({ month: 'long', year: 'numeric' }, today)}</caption>
<thead><tr>${weekdays.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>
<form method="post" action="${joinPath(locale, '/weg/verder')}"><button>${m['calendar.onward']({}, { locale })}</button></form>
</main>
</body>
</html>
`;
}

const cell = (on: Day | null, today: Day): string =>
	on ? `<td${on === today ? ' aria-current="date"' : ''}>${Number(on.slice(8))}</td>` : '<td></td>';

const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
