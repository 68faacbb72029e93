import { tableCsv } from '#lib/council/server/files.ts';
import { getTable } from '#lib/council/server/queries.ts';
import { privateFile } from '#lib/server/http.ts';
import { organisationOf, tableAsked } from '../../../council.ts';

export const GET = privateFile(async ({ ctx, actor, event }) => {
	const { sheet } = await getTable(ctx, actor, organisationOf(event), tableAsked(event));
	return { body: tableCsv(sheet), type: 'text/csv; charset=utf-8', name: 'tabel.csv' };
});
