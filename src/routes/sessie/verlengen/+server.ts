import type { RequestHandler } from './$types';
import { extendSession } from '#lib/identity/server/sessions.commands.ts';

/** The person wants to stay signed in. 401 when the session is already over. */
export const POST: RequestHandler = async ({ locals: { ctx, actor, session } }) => {
	const extended = session && (await extendSession(ctx, actor, session.id));
	return new Response(null, { status: extended ? 204 : 401 });
};
