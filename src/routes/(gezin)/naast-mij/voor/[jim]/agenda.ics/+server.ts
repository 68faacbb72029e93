import { getStandCalendar } from '#lib/jim/server/stand.queries.ts';
import { m } from '#lib/paraglide/messages.js';
import { privateFile } from '#lib/server/http.ts';
import { jimOf } from '../../../jim.ts';

export const GET = privateFile(async ({ ctx, actor, event }) => ({
	body: await getStandCalendar(ctx, actor, jimOf(event), m['meeting.calendarTitle']()),
	type: 'text/calendar; charset=utf-8',
	name: 'afspraak.ics'
}));
