import { privatePage } from '#lib/server/http.ts';
import { getSharingPeople } from '#lib/toekomstplan/server/share.queries.ts';

export const load = privatePage(({ ctx, actor }) => getSharingPeople(ctx, actor));
