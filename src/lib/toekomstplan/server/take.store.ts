import { eq } from 'drizzle-orm';
import type { Reader } from '#lib/server/db/index.ts';
import { toekomstShare } from '#lib/server/db/schema/toekomstplan.ts';
import type { ToekomstplanId } from '../model.ts';

/** What was ever shared, also what ended: for the youth's own copy. */
export const everyShare = (read: Reader, plan: ToekomstplanId) =>
	read
		.select()
		.from(toekomstShare)
		.where(eq(toekomstShare.planId, plan))
		.orderBy(toekomstShare.startedAt);
