import { randomBytes } from 'node:crypto';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { calendarPage } from '#lib/ui/calendar.ts';
import { joinPath, type Locale } from '#lib/ui/locale.ts';

/** Set when someone left quickly: as long as it is there, every address answers with the calendar. */
export const LEFT_COOKIE = '__Host-weg';
const LEFT_SECONDS = 10 * 60;

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const left = `${LEFT_COOKIE}=1; Max-Age=${LEFT_SECONDS}; ${attributes}`;
const ended = (name: string) => `${name}=; Max-Age=0; ${attributes}`;

/** What still works for someone who left: the calendar itself, and the way back from it. */
export const worksWhileAway = (path: string): boolean => path === '/weg' || path === '/weg/verder';

/**
 * The calendar of today, which also renews the mark that someone left.
 * @param gone names of cookies that end with this answer
 * @param onwardTo the page of another site that the exit ends at, if the portal has one
 */
export function calendarAnswer(asked: {
	readonly at: Date;
	readonly locale: Locale;
	readonly gone?: readonly string[];
	readonly onwardTo?: string | undefined;
}): Response {
	const nonce = randomBytes(16).toString('base64');
	const today = dayInNetherlands(asked.at);
	const answer = new Response(calendarPage({ ...asked, today, nonce }), {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
		}
	});
	withCookies(answer, [...endings(asked.gone ?? []), left]);
	return answer;
}

/**
 * The answer to leaving: the browser forgets the session and everything it kept, and is shown the
 * calendar.
 * @param byScript a script asked: it goes to the calendar by itself, perhaps before this answer is
 * there. `"cookies"` would then also take away the mark that the calendar has just set, so the cookies
 * are ended one by one.
 */
export function leaveAnswer(asked: {
	readonly locale: Locale;
	readonly byScript: boolean;
	readonly cookies: readonly string[];
}): Response {
	const forget = asked.byScript ? '"cache","storage"' : '"cache","cookies","storage"';
	const answer = new Response(null, {
		status: asked.byScript ? 204 : 303,
		headers: {
			'cache-control': 'no-store',
			'clear-site-data': forget,
			...(!asked.byScript && { location: joinPath(asked.locale, '/weg') })
		}
	});
	withCookies(answer, [...endings(asked.cookies), left]);
	return answer;
}

/** Back from the calendar: the mark goes, and the front page comes. */
export function returnAnswer(locale: Locale): Response {
	const answer = new Response(null, {
		status: 303,
		headers: { 'cache-control': 'no-store', location: joinPath(locale, '/') }
	});
	withCookies(answer, [ended(LEFT_COOKIE)]);
	return answer;
}

const endings = (names: readonly string[]) =>
	names.filter((name) => name !== LEFT_COOKIE && /^[\w-]+$/.test(name)).map(ended);

function withCookies(answer: Response, cookies: readonly string[]): void {
	for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
}
