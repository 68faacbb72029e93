import { findChild } from '#lib/family/server/child.queries.ts';
import { mailboxOf } from '#lib/identity/server/mailbox.ts';
import { ageOn, dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Senders } from '#lib/notifications/server/commands.ts';
import { somethingReady } from '#lib/notifications/server/words.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import type { Mail } from '#lib/server/mail.ts';
import { UNTIL_AGE, type TimelineMarkId } from '../model.ts';
import { isDue } from '../timeline.rules.ts';
import { reminderRow } from './timeline.store.ts';

/** A reminder that a youth asked for. About a row of `toekomst_mark`. */
export const REMINDER_MAIL = 'later';

/** Whose mail this module writes, by the kind in the outbox. */
export const toekomstplanSenders: Senders = { [REMINDER_MAIL]: writeReminder };

/**
 * "Something is ready for you", to the youth and nobody else. Not when it was ticked meanwhile, when the
 * youth wants no mail any more, or from 27.
 */
async function writeReminder(ctx: Ctx, about: string): Promise<Mail | null> {
	const { read } = ctx.db;
	const today = dayInNetherlands(ctx.now());
	const row = await reminderRow(read, about as TimelineMarkId);
	if (!row || row.remindBy !== 'mail' || !isDue(row, today)) return null;
	const child = await findChild(read, row.personId);
	if (!child || ageOn(child.birthDate, today) >= UNTIL_AGE) return null;
	const mailbox = await mailboxOf(read, row.personId);
	if (!mailbox) return null;
	const link = linkTo(ctx.config, mailbox.language, '/thuis');
	return { to: mailbox.email, ...somethingReady(mailbox.language, link) };
}
