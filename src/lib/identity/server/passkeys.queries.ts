import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { PasskeysView, SessionId } from '../model.ts';
import { canAddPasskey, canSeePasskeys } from '../policy.ts';
import { accountEmail } from './accounts.store.ts';
import { makeChallenge } from './challenges.ts';
import { keyringOf } from './keyring.ts';
import { passkeysOf } from './passkeys.store.ts';
import { creationOptions } from './webauthn.ts';

/**
 * A professional's own keys, and what the browser needs to make one more; null for everybody else.
 * @param secret of this browser; asked for only when a key may be made here
 */
export async function findPasskeys(
	ctx: Ctx,
	actor: Actor,
	{ session, secret }: { session: SessionId | null; secret: () => string }
): Promise<PasskeysView | null> {
	const ring = await keyringOf(ctx, ctx.db.read, actor, session);
	if (!ring || !may(canSeePasskeys, actor, ring)) return null;
	const rows = await passkeysOf(ctx.db.read, ring.id);
	const keys = rows.map((row) => ({
		id: row.id,
		device: row.device,
		since: dayInNetherlands(row.createdAt),
		lastUsed: row.lastUsedOn
	}));
	if (!may(canAddPasskey, actor, ring)) return { keys, options: null };
	const asker = { browserHash: hashToken(secret()), purpose: 'more-keys' } as const;
	const challenge = await ctx.db.write((tx) => makeChallenge(ctx, tx, asker, ring.id));
	const email = (await accountEmail(ctx.db.read, ring.id)) ?? '';
	const who = { personId: ring.id, email, challenge, has: rows };
	return { keys, options: await creationOptions(ctx.config, who) };
}
