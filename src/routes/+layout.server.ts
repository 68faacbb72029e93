import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { LayoutServerLoad } from './$types';

/** What every page needs, and nothing about anybody: this part is sent along as data. */
export const load: LayoutServerLoad = ({ locals: { ctx, actor, session, locale, path } }) => ({
	locale,
	path,
	demo: ctx.config.demo,
	signedIn: actor.kind === 'person',
	today: dayInNetherlands(ctx.now()),
	/** Until the session ends by itself; the script of the page warns two minutes before. */
	secondsLeft: session
		? Math.floor((session.expiresAt.getTime() - ctx.now().getTime()) / 1000)
		: null
});
