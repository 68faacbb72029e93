import ical, { ICalEventStatus } from 'ical-generator';
import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { loadPlan } from '#lib/plan/server/load.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { MeetingId, PlaceView } from '../meeting.model.ts';
import { canReadMeeting } from '../meeting.policy.ts';
import { minutesLater } from '../moments.ts';
import { loadMembers, meetingFacts, meetingLine } from './meeting.load.ts';
import { meetingRow, type MeetingRow } from './meetings.store.ts';

/**
 * A meeting as a file for somebody's own calendar: day, time, and the place as far as this person may
 * know it. Calendars are shared and shown on locked screens: no name, no subject, no person.
 * @param title the neutral word that stands in the calendar
 * @throws {Denied} as `getMeetingPage`
 */
export async function getCalendarFile(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	id: MeetingId,
	title: string
): Promise<string> {
	const now = ctx.now();
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(now));
	const row = await meetingRow(ctx.db.read, familyId, id);
	const permit = authorize(
		canReadMeeting,
		actor,
		loaded && row ? meetingFacts(row, loaded, now) : null
	);
	if (!loaded || !row || actor.kind !== 'person')
		throw new Denied(permit.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'meeting', familyId });
	const members = await loadMembers(ctx.db.read, familyId);
	const { place } = meetingLine(row, viewerOf(actor, loaded), loaded, members, now);
	return calendarFile([{ row, place }], title);
}

/** The file itself. Times in UTC, which every calendar shows on its own clock, also across a change of it. */
export function calendarFile(
	meetings: readonly {
		readonly row: Pick<
			MeetingRow,
			'startsAt' | 'minutes' | 'state' | 'sequence' | 'changedAt' | 'calendarUid'
		>;
		readonly place: PlaceView | null;
	}[],
	title: string
): string {
	const calendar = ical({ prodId: { company: 'agenda', product: 'agenda', language: 'NL' } });
	for (const { row, place } of meetings) {
		calendar.createEvent({
			id: row.calendarUid,
			sequence: row.sequence,
			stamp: row.changedAt,
			start: row.startsAt,
			end: minutesLater(row.startsAt, row.minutes),
			summary: title,
			status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			...(place?.kind === 'known' && { location: place.text })
		});
	}
	return calendar.toString();
}
