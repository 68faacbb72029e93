import { error } from '@sveltejs/kit';
import { getRegisseurPage, listMyFamilies } from '#lib/family/server/queries.ts';
import { listRegie } from '#lib/regie/server/queries.ts';
import { privatePage } from '#lib/server/http.ts';

export const load = privatePage(async ({ ctx, actor }) => {
	const [family] = await listMyFamilies(ctx, actor);
	if (!family) error(404, 'not found');
	return {
		...(await getRegisseurPage(ctx, actor, family)),
		regie: await listRegie(ctx, actor, family)
	};
});
