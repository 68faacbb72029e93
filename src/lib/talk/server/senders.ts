import { mailboxOf } from '#lib/identity/server/mailbox.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Senders } from '#lib/notifications/server/commands.ts';
import { somethingReady } from '#lib/notifications/server/words.ts';
import { loadPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import type { Mail } from '#lib/server/mail.ts';
import type { InvitedId } from '../meeting.model.ts';
import { canReadMeeting } from '../meeting.policy.ts';
import { isOver } from '../rules.ts';
import { meetingFacts } from './meeting.load.ts';
import { invitedRow, meetingRow } from './meetings.store.ts';

/** A meeting was planned, moved or cancelled. About a row of `meeting_invited`. */
export const MEETING_MAIL = 'meeting';

/** Whose mail this module writes, by the kind in the outbox. */
export const talkSenders: Senders = { [MEETING_MAIL]: writeMeetingMail };

/**
 * "Something is ready for you", to somebody invited with an account. Asks the rule again: who is no
 * longer invited, or may no longer see the meeting, gets nothing. Professionals have their desk.
 */
async function writeMeetingMail(ctx: Ctx, about: string): Promise<Mail | null> {
	const { read } = ctx.db;
	const invited = await invitedRow(read, about as InvitedId);
	if (!invited) return null;
	const mailbox = await mailboxOf(read, invited.personId);
	if (!mailbox) return null;
	const now = ctx.now();
	const loaded = await loadPlan(read, invited.familyId, dayInNetherlands(now));
	const row = await meetingRow(read, invited.familyId, invited.meetingId);
	if (!loaded || !row || isOver(row, now)) return null;
	const actor = { kind: 'person', id: invited.personId, assurance: 'link' } as const;
	if (!may(canReadMeeting, actor, meetingFacts(row, loaded, now))) return null;
	const link = linkTo(ctx.config, mailbox.language, '/thuis');
	return { to: mailbox.email, ...somethingReady(mailbox.language, link) };
}
