import { m } from '#lib/paraglide/messages.js';
import { privateFile } from '#lib/server/http.ts';
import { getTimelineFile } from '#lib/toekomstplan/server/timeline.queries.ts';

export const GET = privateFile(async ({ ctx, actor }) => ({
	body: await getTimelineFile(ctx, actor, m['laterTime.calendarTitle']()),
	type: 'text/calendar; charset=utf-8',
	name: 'agenda.ics'
}));
