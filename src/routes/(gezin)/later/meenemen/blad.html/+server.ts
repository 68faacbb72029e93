import { privateFile } from '#lib/server/http.ts';
import { sheetHtml } from '#lib/toekomstplan/ui/sheet-html.ts';
import { takenSheet } from '../taken.ts';

export const GET = privateFile(async ({ event }) => ({
	body: sheetHtml(await takenSheet(event), event.locals.locale),
	type: 'text/html; charset=utf-8',
	name: 'blad.html'
}));
