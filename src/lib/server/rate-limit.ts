import { sql } from 'drizzle-orm';
import { hashToken } from './crypto.ts';
import type { Tx } from './db/index.ts';
import { rateWindow } from './db/schema/platform.ts';

export type Limit = { readonly name: string; readonly most: number; readonly seconds: number };

/** Security 2: counts kept in the database, so that a restart or a second process does not forget them. */
export const LIMITS = {
	signInMail: { name: 'sign-in-mail', most: 5, seconds: 15 * 60 },
	signInMailHour: { name: 'sign-in-mail-hour', most: 3, seconds: 60 * 60 },
	invitationLookUp: { name: 'invitation-look-up', most: 10, seconds: 15 * 60 },
	personalCode: { name: 'personal-code', most: 5, seconds: 15 * 60 },
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
