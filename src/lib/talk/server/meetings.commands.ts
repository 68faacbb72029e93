import { recordAudit } from '#lib/audit/server/commands.ts';
import { childrenOf, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import { newId, newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type { z } from 'zod';
import type {
	CancelMeeting,
	ChangeMeeting,
	InvitedId,
	MeetingId,
	PlanMeeting
} from '../meeting.model.ts';
import { canChangeMeeting, canPlanMeeting } from '../meeting.policy.ts';
import { momentInNetherlands } from '../moments.ts';
import { loadMembers, meetingFacts } from './meeting.load.ts';
import {
	cancelMeetingRow,
	insertMeeting,
	meetingRow,
	saveInvited,
	updateMeeting
} from './meetings.store.ts';
import { MEETING_MAIL } from './senders.ts';

/**
 * The regisseur plans a meeting; who is invited and has an account gets a neutral mail.
 * @returns the id of the meeting
 * @throws {Denied} for everyone but the regisseur and the stand-in
 * @throws {Refused} for a moment that has passed, and without a child or somebody invited
 */
export async function planMeeting(ctx: Ctx, actor: Actor, input: PlanMeeting): Promise<MeetingId> {
	const answer = await once(ctx, keyOf(actor, input.key), async (tx) => {
		const loaded = await loadPlan(tx, input.family, dayInNetherlands(ctx.now()));
		const id = newId<MeetingId>();
		const facts = loaded && { id, family: loaded.family.facts };
		const permit = authorize(canPlanMeeting, actor, facts);
		const { invited, ...row } = await chosen(ctx, tx, loaded, input);
		const calendarUid = newToken();
		await insertMeeting(tx, permit, { ...row, familyId: input.family, calendarUid });
		await tell(ctx, tx, await saveInvited(tx, permit, invited));
		const act = { action: 'create', thing: 'meeting', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, act);
		return id;
	});
	return answer as MeetingId;
}

/**
 * The regisseur moves a meeting, or changes who comes. Calendars take the new file over the old one.
 * @throws {Denied} for everyone else; `deny` when it has started or was cancelled
 * @throws {Refused} as `planMeeting`
 */
export async function changeMeeting(ctx: Ctx, actor: Actor, input: ChangeMeeting): Promise<void> {
	await once(ctx, keyOf(actor, input.key), async (tx) => {
		const { loaded, facts } = await loadFor(ctx, tx, input);
		const permit = authorize(canChangeMeeting, actor, facts);
		const { invited, ...row } = await chosen(ctx, tx, loaded, input);
		await updateMeeting(tx, permit, { ...row, changeWords: input.change });
		await tell(ctx, tx, await saveInvited(tx, permit, invited));
		const act = { action: 'update', thing: 'meeting', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, act);
		return '';
	});
}

/**
 * The regisseur cancels a meeting; it stays to be read, with the reason.
 * @throws {Denied} as `changeMeeting`
 */
export async function cancelMeeting(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof CancelMeeting>
): Promise<void> {
	await once(ctx, keyOf(actor, input.key), async (tx) => {
		const { row, facts } = await loadFor(ctx, tx, input);
		const permit = authorize(canChangeMeeting, actor, facts);
		await cancelMeetingRow(tx, permit, { changeWords: input.cancel, changedAt: ctx.now() });
		await tell(ctx, tx, row?.invitedRows.map((one) => one.id) ?? []);
		const act = { action: 'update', thing: 'meeting', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, act);
		return '';
	});
}

const keyOf = (actor: Actor, key: string) =>
	`meeting:${actor.kind === 'person' ? actor.id : null}:${key}`;

/** A meeting with what its rules need, within the transaction of the act. */
export async function loadFor(
	ctx: Ctx,
	tx: Tx,
	input: { readonly family: PlanMeeting['family']; readonly meeting: MeetingId }
) {
	const now = ctx.now();
	const loaded = await loadPlan(tx, input.family, dayInNetherlands(now));
	const row = await meetingRow(tx, input.family, input.meeting);
	return { loaded, row, facts: loaded && row ? meetingFacts(row, loaded, now) : null };
}

const tell = async (ctx: Ctx, tx: Tx, invited: readonly InvitedId[]) => {
	for (const about of invited) await enqueue(ctx, tx, { kind: MEETING_MAIL, about });
};

/** What was filled in, as far as it is of this family. */
async function chosen(ctx: Ctx, tx: Tx, loaded: LoadedPlan | null, input: PlanMeeting) {
	const family = loaded?.family.facts;
	const startsAt = momentInNetherlands(input.day, input.time);
	const ofFamily = (id: PersonId) => !!family && participationOf(family, id) !== null;
	const children = input.children.filter((id) => !!family && childrenOf(family).includes(id));
	const invited = input.invited.filter(ofFamily);
	const household = input.household ?? null;
	const known = await loadMembers(tx, input.family);
	const errors = {
		...(startsAt <= ctx.now() && { day: 'meeting.dayPast' }),
		...(children.length === 0 && { children: 'meeting.noChildren' }),
		...(invited.length === 0 && { invited: 'meeting.noInvited' }),
		...(household !== null &&
			(!input.place || !known.some((one) => one.householdId === household)) && {
				place: 'meeting.noPlace'
			})
	};
	if (Object.keys(errors).length > 0) throw new Refused(errors);
	return {
		startsAt,
		minutes: input.minutes,
		placeText: input.place,
		placeHouseholdId: household,
		children,
		changedAt: ctx.now(),
		invited
	};
}
