import type { RequestHandler } from './$types';
import { signOut } from '#lib/identity/server/sessions.commands.ts';
import { DEVICE_COOKIE, forgetBrowser, goTo, GUEST_COOKIE } from '#lib/server/http.ts';
import { endDevice } from '#lib/toekomstplan/server/device.commands.ts';
import { eraseGuestPlan } from '#lib/toekomstplan/server/guest.commands.ts';

/** Signs out here. Also without a session, and also twice: afterwards this browser knows nothing. */
export const POST: RequestHandler = async (event) => {
	const { ctx, actor, session } = event.locals;
	const guest = event.cookies.get(GUEST_COOKIE);
	const device = event.cookies.get(DEVICE_COOKIE);
	forgetBrowser(event);
	if (guest) await eraseGuestPlan(ctx, guest);
	if (device) await endDevice(ctx, device);
	if (session) await signOut(ctx, actor, session.id);
	return goTo(event, '/');
};
