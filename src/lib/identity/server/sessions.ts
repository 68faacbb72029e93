import { eq } from 'drizzle-orm';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { session } from '#lib/server/db/schema/identity.ts';

/** Ends the session that a cookie belongs to, if it still exists. */
export const endSessionByToken = (ctx: Ctx, token: string): Promise<void> =>
	ctx.db.write(async (tx) => {
		await tx.delete(session).where(eq(session.tokenHash, hashToken(token)));
	});
