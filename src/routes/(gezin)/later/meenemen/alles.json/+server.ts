import { privateFile } from '#lib/server/http.ts';
import { getOwnCopy } from '#lib/toekomstplan/server/take.queries.ts';

export const GET = privateFile(async ({ ctx, actor }) => ({
	body: JSON.stringify(await getOwnCopy(ctx, actor), null, '\t'),
	type: 'application/json',
	name: 'alles.json'
}));
