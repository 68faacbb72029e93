import { lt, sql } from 'drizzle-orm';
import { hashToken } from './crypto.ts';
import type { Ctx } from './ctx.ts';
import type { Tx } from './db/index.ts';
import { rateWindow } from './db/schema/platform.ts';

export type Limit = { readonly name: string; readonly most: number; readonly seconds: number };

/** Security 2: counts kept in the database, so that a restart or a second process does not forget them. */
export const LIMITS = {
	signInMail: { name: 'sign-in-mail', most: 5, seconds: 15 * 60 },
	signInMailHour: { name: 'sign-in-mail-hour', most: 3, seconds: 60 * 60 },
	invitationLookUp: { name: 'invitation-look-up', most: 10, seconds: 15 * 60 },
	personalCode: { name: 'personal-code', most: 5, seconds: 15 * 60 },
	supporterInvitation: { name: 'supporter-invitation', most: 5, seconds: 60 * 60 },
	// A whole group or class may begin on one line, in one lesson.
	guestPlan: { name: 'guest-plan', most: 30, seconds: 60 * 60 },
	// A waiting room or a school shares one line.
	openAnswers: { name: 'open-answers', most: 30, seconds: 60 * 60 },
	// A whole office comes from one network in the morning, and nobody guesses a key.
	passkeyPage: { name: 'passkey-page', most: 300, seconds: 15 * 60 },
	passkey: { name: 'passkey', most: 100, seconds: 15 * 60 },
	post: { name: 'post', most: 60, seconds: 60 }
} as const satisfies Record<string, Limit>;

/**
 * Counts one try and says whether it is still within the limit.
 * @param subject whose tries these are (an address, a network address, a session); kept as a hash
 */
export async function withinLimit(
	tx: Tx,
	limit: Limit,
	subject: string,
	at: Date
): Promise<boolean> {
	const key = hashToken(`${limit.name}\n${subject}`);
	const windowStart = at.getTime() - limit.seconds * 1000;
	const [row] = await tx
		.insert(rateWindow)
		.values({ subject: key, startedAt: at, count: 1 })
		.onConflictDoUpdate({
			target: rateWindow.subject,
			set: {
				count: sql`CASE WHEN ${rateWindow.startedAt} <= ${windowStart} THEN 1 ELSE ${rateWindow.count} + 1 END`,
				startedAt: sql`CASE WHEN ${rateWindow.startedAt} <= ${windowStart} THEN ${at.getTime()} ELSE ${rateWindow.startedAt} END`
			}
		})
		.returning({ count: rateWindow.count });
	return (row?.count ?? 1) <= limit.most;
}

/** Longer than the longest limit, so that no count is forgotten while it still holds. */
const KEEP_HOURS = 2;

/** Counts whose window is over say nothing any more, except that somebody tried. */
export const forgetWindows = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => {
		const before = new Date(ctx.now().getTime() - KEEP_HOURS * 60 * 60_000);
		await tx.delete(rateWindow).where(lt(rateWindow.startedAt, before));
	});
