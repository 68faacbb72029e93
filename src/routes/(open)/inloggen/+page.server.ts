import { findDemoPeople } from '#lib/identity/server/demo.ts';
import { page } from '#lib/server/http.ts';

export const load = page(async ({ ctx, event }) => ({
	naar: event.url.searchParams.get('naar') ?? '',
	demo: await findDemoPeople(ctx)
}));
