import { tablePdf } from '#lib/council/server/files.ts';
import { getTable } from '#lib/council/server/queries.ts';
import { privateFile } from '#lib/server/http.ts';
import { organisationOf, tableAsked } from '../../../council.ts';

export const GET = privateFile(async ({ ctx, actor, event }) => {
	const asked = tableAsked(event);
	const { sheet } = await getTable(ctx, actor, organisationOf(event), asked);
	return {
		body: await tablePdf(sheet, asked.language),
		type: 'application/pdf',
		name: 'tabel.pdf'
	};
});
