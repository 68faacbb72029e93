import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { getTakenParts } from '#lib/toekomstplan/server/take.queries.ts';
import type { Sheet } from '#lib/toekomstplan/sheet.ts';
import { pickedParts, sheetOf } from '#lib/toekomstplan/ui/sheet-words.ts';

/** The sheet that an address asks; without a part that exists there is none. */
export async function takenSheet({
	locals: { ctx, actor },
	url
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<Sheet> {
	const parts = await getTakenParts(ctx, actor, pickedParts(url));
	if (parts.length === 0) error(404, 'not found');
	return sheetOf(parts, dayInNetherlands(ctx.now()));
}
