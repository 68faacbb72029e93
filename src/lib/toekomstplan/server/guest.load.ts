import type { Actor } from '#lib/kernel/actor.ts';
import { may } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { canUseGuestPlan, type GuestFacts } from '../guest.policy.ts';
import { guestByToken, type GuestRow } from './guest.store.ts';

/** What a browser brings along; null for one that never began. */
export type GuestToken = string | null;

export const guestFacts = (ctx: Ctx, { id, until }: GuestRow): GuestFacts => ({
	id,
	over: until <= ctx.now()
});

/** The words behind the secret of a browser; null when there are none, or their time is over. */
export async function guestOf(
	ctx: Ctx,
	read: Reader,
	actor: Actor,
	token: GuestToken
): Promise<GuestRow | null> {
	const row = token ? await guestByToken(read, hashToken(token)) : undefined;
	return row && may(canUseGuestPlan, actor, guestFacts(ctx, row)) ? row : null;
}
