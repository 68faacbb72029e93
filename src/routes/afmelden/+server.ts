import type { RequestHandler } from './$types';
import { signOut } from '#lib/identity/server/sessions.commands.ts';
import { forgetBrowser, goTo } from '#lib/server/http.ts';

/** Signs out here. Also without a session, and also twice: afterwards this browser knows nothing. */
export const POST: RequestHandler = async (event) => {
	const { ctx, actor, session } = event.locals;
	forgetBrowser(event);
	if (session) await signOut(ctx, actor, session.id);
	return goTo(event, '/');
};
