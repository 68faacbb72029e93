import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { barHasLater } from '#lib/toekomstplan/server/queries.ts';
import { OnServer } from '#lib/ui/on-server.ts';
import type { LayoutServerLoad } from './$types';

/** What every page needs. This part is sent along as data: what is about somebody stays on the server. */
export const load: LayoutServerLoad = async ({
	locals: { ctx, actor, child, ownDoor, locale, path }
}) => {
	/** Professionals have a desk instead of a home. */
	const staff = actor.kind === 'person' && actor.assurance === 'second-factor';
	return {
		...{ locale, path, staff },
		demo: ctx.config.demo,
		signedIn: actor.kind === 'person',
		today: dayInNetherlands(ctx.now()),
		later: new OnServer(child && barHasLater(await ownDoor()))
	};
};
