import type { RequestEvent } from '@sveltejs/kit';
import { endSessionByToken } from '#lib/identity/server/sessions.commands.ts';
import { calendarAnswer, leaveAnswer } from '#lib/server/exit.ts';
import { DEVICE_COOKIE, GUEST_COOKIE, SESSION_COOKIE } from '#lib/server/http.ts';
import { endDevice } from '#lib/toekomstplan/server/device.commands.ts';
import { eraseGuestPlan } from '#lib/toekomstplan/server/guest.commands.ts';
import { splitPath } from '#lib/ui/locale.ts';

/**
 * Shows the calendar. Ends the session as well, for when the request that should have done so was
 * lost on a bad line; a link on another site cannot.
 */
export async function GET(event: RequestEvent): Promise<Response> {
	const { ctx } = event.locals;
	const { locale } = splitPath(event.url.pathname);
	const own = event.request.headers.get('sec-fetch-site') !== 'cross-site';
	if (own) await endSession(event);
	const gone = own ? namesOf(event) : [];
	return calendarAnswer({ at: ctx.now(), locale, gone, onwardTo: ctx.config.exitUrl });
}

/** Leaves: the session ends here and in the browser. */
export async function POST(event: RequestEvent): Promise<Response> {
	await endSession(event);
	return leaveAnswer({
		locale: splitPath(event.url.pathname).locale,
		byScript: event.request.headers.get('accept') === 'application/json',
		cookies: namesOf(event)
	});
}

const namesOf = ({ cookies }: RequestEvent) => cookies.getAll().map(({ name }) => name);

/** Whatever happens to the database, the browser must be told to forget. */
async function endSession({ locals: { ctx }, cookies }: RequestEvent): Promise<void> {
	const token = cookies.get(SESSION_COOKIE);
	const guest = cookies.get(GUEST_COOKIE);
	const device = cookies.get(DEVICE_COOKIE);
	try {
		if (token) await endSessionByToken(ctx, token);
		// The browser loses the only way to these words.
		if (guest) await eraseGuestPlan(ctx, guest);
		if (device) await endDevice(ctx, device);
	} catch {
		ctx.log.error({ event: 'session-not-ended', request: ctx.requestId });
	}
}
