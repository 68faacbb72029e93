import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { LayoutServerLoad } from './$types';

/** What every page needs, and nothing about anybody: this part is sent along as data. */
export const load: LayoutServerLoad = ({ locals: { ctx, actor, locale, path } }) => ({
	locale,
	path,
	demo: ctx.config.demo,
	signedIn: actor.kind === 'person',
	today: dayInNetherlands(ctx.now()),
	/** Professionals have a desk instead of a home. */
	staff: actor.kind === 'person' && actor.assurance === 'second-factor'
});
