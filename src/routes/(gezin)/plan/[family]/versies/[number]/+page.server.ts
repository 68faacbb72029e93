import { versionNumber } from '#lib/plan/history.model.ts';
import { getVersionPage } from '#lib/plan/server/history.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const family = familyOf(event);
	const number = versionNumber(event.params.number);
	return { path: `/plan/${family}`, ...(await getVersionPage(ctx, actor, family, number)) };
});
