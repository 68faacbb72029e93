import type { RequestHandler } from './$types';
import { isReady } from '#lib/server/health.ts';
import { MIGRATIONS } from '#lib/server/running.ts';

/** The portal can take work. Says nothing more: anybody may ask. */
export const GET: RequestHandler = async ({ locals: { ctx } }) =>
	(await isReady(ctx, MIGRATIONS))
		? new Response('ok')
		: new Response('not ready', { status: 503 });
