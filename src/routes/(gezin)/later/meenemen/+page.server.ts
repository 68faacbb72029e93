import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { fitsPdf } from '#lib/kernel/letters.ts';
import { privatePage } from '#lib/server/http.ts';
import { getTakenParts } from '#lib/toekomstplan/server/take.queries.ts';
import { pickedParts, sheetOf } from '#lib/toekomstplan/ui/sheet-words.ts';

export const load = privatePage(async ({ ctx, actor, event }) => {
	const picked = pickedParts(event.url);
	const parts = await getTakenParts(ctx, actor, picked);
	const sheet = sheetOf(parts, dayInNetherlands(ctx.now()));
	return { picked, sheet, fitsPdf: fitsPdf(JSON.stringify(sheet)) };
});
