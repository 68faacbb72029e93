import { error } from '@sveltejs/kit';
import { idOf } from '#lib/kernel/id.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor, event }) => {
	const family = idOf<'Family'>().safeParse(event.params.family);
	if (!family.success) error(404, 'not found');
	return getPlanPage(ctx, actor, family.data);
});
