import { error } from '@sveltejs/kit';
import { fitsPdf } from '#lib/kernel/letters.ts';
import { privateFile } from '#lib/server/http.ts';
import { sheetPdf } from '#lib/toekomstplan/server/sheet-pdf.ts';
import { takenSheet } from '../taken.ts';

export const GET = privateFile(async ({ event }) => {
	const sheet = await takenSheet(event);
	// The page offers no file then, and says why.
	if (!fitsPdf(JSON.stringify(sheet))) error(404, 'not found');
	const body = await sheetPdf(sheet, event.locals.locale);
	return { body, type: 'application/pdf', name: 'blad.pdf' };
});
