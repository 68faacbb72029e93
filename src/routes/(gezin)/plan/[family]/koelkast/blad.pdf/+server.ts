import { error } from '@sveltejs/kit';
import { fridgePdf } from '#lib/fridge/server/pdf.ts';
import { getFridgeSheet } from '#lib/fridge/server/queries.ts';
import { privateFile } from '#lib/server/http.ts';
import { familyOf } from '../../family.ts';

export const GET = privateFile(async ({ ctx, actor, event }) => {
	const language = event.locals.locale;
	const names = event.url.searchParams.get('namen') !== 'nee';
	const sheet = await getFridgeSheet(ctx, actor, familyOf(event), { names, language });
	// The page offers no file then, and says why.
	if (!sheet.fitsPdf) error(404, 'not found');
	return { body: await fridgePdf(sheet, language), type: 'application/pdf', name: 'blad.pdf' };
});
