import type { RequestHandler } from './$types';
import { m } from '#lib/paraglide/messages.js';
import { privatePage } from '#lib/server/http.ts';
import { getCalendarFile } from '#lib/talk/server/calendar-file.ts';
import { placeOf } from '../meeting.ts';

const read = privatePage(({ ctx, actor, event }) => {
	const { family, meeting } = placeOf(event);
	return getCalendarFile(ctx, actor, family, meeting, m['meeting.calendarTitle']());
});

/** The meeting for somebody's own calendar, asked as any page; never kept on the way. */
export const GET: RequestHandler = async (event) => {
	const { page } = await read(event);
	return new Response(page.view, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="agenda.ics"',
			'cache-control': 'no-store'
		}
	});
};
