import { listCouncils } from '#lib/council/server/queries.ts';
import { goTo, privatePage } from '#lib/server/http.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const councils = await listCouncils(ctx, actor);
	const [only, ...others] = councils;
	if (only && others.length === 0) goTo(event, `/raad/${only.id}`);
	return councils;
});
