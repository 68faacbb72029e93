import { getDone } from '#lib/council/server/queries.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import { page } from '#lib/server/http.ts';

export const load = page(({ ctx, event }) =>
	getDone(ctx, (event.params.organisation ?? '') as OrganisationId)
);
