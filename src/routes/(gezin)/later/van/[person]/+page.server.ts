import { privatePage } from '#lib/server/http.ts';
import { getShared } from '#lib/toekomstplan/server/share.queries.ts';
import { personOf } from '../../person.ts';

export const load = privatePage(({ ctx, actor, event }) => getShared(ctx, actor, personOf(event)));
