import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import { household, householdMember } from '#lib/server/db/schema/family.ts';
import { meeting, meetingInvited } from '#lib/server/db/schema/talk.ts';
import type { InvitedId, MeetingId } from '../meeting.model.ts';

const FIELDS = {
	id: meeting.id,
	familyId: meeting.familyId,
	state: meeting.state,
	startsAt: meeting.startsAt,
	minutes: meeting.minutes,
	placeText: meeting.placeText,
	placeHouseholdId: meeting.placeHouseholdId,
	children: meeting.children,
	changeWords: meeting.changeWords,
	sequence: meeting.sequence,
	changedAt: meeting.changedAt,
	calendarUid: meeting.calendarUid,
	invitedRows: listOf(
		{ id: meetingInvited.id, personId: meetingInvited.personId },
		sql`FROM ${meetingInvited} WHERE ${meetingInvited.meetingId} = ${meeting.id}`
	)
};

const ofFamily = prepared((read) =>
	read
		.select(FIELDS)
		.from(meeting)
		.where(eq(meeting.familyId, sql.placeholder('family')))
		.orderBy(meeting.startsAt)
		.prepare()
);

type Found = Awaited<ReturnType<ReturnType<typeof ofFamily>['all']>>[number];
export type MeetingRow = Found & { readonly invited: readonly PersonId[] };

const withInvited = (row: Found): MeetingRow => ({
	...row,
	invited: row.invitedRows.map((one) => one.personId)
});

/** All meetings of a family with who is invited, soonest first, in one read. */
export const meetingRows = async (read: Reader, family: FamilyId): Promise<MeetingRow[]> =>
	(await ofFamily(read).all({ family })).map(withInvited);

/** One meeting, only when it is of this family. */
export async function meetingRow(
	read: Reader,
	family: FamilyId,
	id: MeetingId
): Promise<MeetingRow | undefined> {
	return (await meetingRows(read, family)).find((row) => row.id === id);
}

/** To whom and to which meeting an invitation belongs; undefined when it was taken back. */
export async function invitedRow(read: Reader, id: InvitedId) {
	const [row] = await read
		.select({
			personId: meetingInvited.personId,
			meetingId: meeting.id,
			familyId: meeting.familyId
		})
		.from(meetingInvited)
		.innerJoin(meeting, eq(meeting.id, meetingInvited.meetingId))
		.where(eq(meetingInvited.id, id));
	return row;
}

const members = prepared((read) =>
	read
		.select({ householdId: householdMember.householdId, personId: householdMember.personId })
		.from(householdMember)
		.innerJoin(household, eq(household.id, householdMember.householdId))
		.where(eq(household.familyId, sql.placeholder('family')))
		.orderBy(householdMember.householdId)
		.prepare()
);

/** Who lives in which household of a family: no address, no name. */
export const memberRows = (read: Reader, family: FamilyId) => members(read).all({ family });

type Planned = Pick<
	MeetingRow,
	'startsAt' | 'minutes' | 'placeText' | 'placeHouseholdId' | 'children' | 'changedAt'
>;

export const insertMeeting = (
	tx: Tx,
	may: Permit<'meeting.plan', MeetingId>,
	row: Planned & { readonly familyId: FamilyId; readonly calendarUid: string }
) =>
	tx
		.insert(meeting)
		.values({ ...row, id: may.id, state: 'planned', changeWords: null, sequence: 0 });

export const updateMeeting = (
	tx: Tx,
	may: Permit<'meeting.change', MeetingId>,
	row: Planned & { readonly changeWords: string }
) =>
	tx
		.update(meeting)
		.set({ ...row, sequence: sql`${meeting.sequence} + 1` })
		.where(eq(meeting.id, may.id));

export const cancelMeetingRow = (
	tx: Tx,
	may: Permit<'meeting.change', MeetingId>,
	row: { readonly changeWords: string; readonly changedAt: Date }
) =>
	tx
		.update(meeting)
		.set({ ...row, state: 'cancelled', sequence: sql`${meeting.sequence} + 1` })
		.where(eq(meeting.id, may.id));

/**
 * Makes the list of invited people this one.
 * @returns the rows as they are now, one for each person
 */
export async function saveInvited(
	tx: Tx,
	may: Permit<'meeting.plan' | 'meeting.change', MeetingId>,
	people: readonly PersonId[]
): Promise<InvitedId[]> {
	const ofMeeting = eq(meetingInvited.meetingId, may.id);
	await tx
		.delete(meetingInvited)
		.where(and(ofMeeting, notInArray(meetingInvited.personId, [...people])));
	for (const personId of people) {
		await tx
			.insert(meetingInvited)
			.values({ id: newId<InvitedId>(), meetingId: may.id, personId })
			.onConflictDoNothing();
	}
	const rows = await tx
		.select({ id: meetingInvited.id })
		.from(meetingInvited)
		.where(and(ofMeeting, inArray(meetingInvited.personId, [...people])));
	return rows.map((row) => row.id);
}
