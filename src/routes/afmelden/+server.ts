import type { RequestHandler } from './$types';
import { signOut } from '#lib/identity/server/sessions.commands.ts';
import { forgetBrowser, goTo, GUEST_COOKIE } from '#lib/server/http.ts';
import { eraseGuestPlan } from '#lib/toekomstplan/server/guest.commands.ts';

/** Signs out here. Also without a session, and also twice: afterwards this browser knows nothing. */
export const POST: RequestHandler = async (event) => {
	const { ctx, actor, session } = event.locals;
	const guest = event.cookies.get(GUEST_COOKIE);
	forgetBrowser(event);
	if (guest) await eraseGuestPlan(ctx, guest);
	if (session) await signOut(ctx, actor, session.id);
	return goTo(event, '/');
};
