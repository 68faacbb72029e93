import { versionNumber } from '#lib/plan/history.model.ts';
import { getVersionsPage } from '#lib/plan/server/history.queries.ts';
import { privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const family = familyOf(event);
	const before = versionNumber(event.url.searchParams.get('voor') ?? '');
	const path = `/plan/${family}`;
	return { path, before, ...(await getVersionsPage(ctx, actor, family, before)) };
});
