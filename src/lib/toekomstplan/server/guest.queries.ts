import type { Actor } from '#lib/kernel/actor.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { DOMAINS, FIELDS, type Domain, type DomainView } from '../model.ts';
import type { GuestView } from '../guest.model.ts';
import { canWriteInPlan } from '../policy.ts';
import { asYouth } from './act.ts';
import { guestOf, type GuestToken } from './guest.load.ts';
import { guestWordRows } from './guest.store.ts';
import { ownFacts, wordsByDomain } from './load.ts';

/** The first page without an account. Says nothing of a plan that the one who is signed in may have. */
export async function getGuestPage(ctx: Ctx, actor: Actor, token: GuestToken): Promise<GuestView> {
	const { read } = ctx.db;
	const guest = await guestOf(ctx, read, actor, token);
	if (!guest) return { plan: null, mayAttach: null };
	const words = wordsByDomain(await guestWordRows(read, guest.id));
	const filled = Object.fromEntries(
		DOMAINS.map((domain) => [domain, FIELDS.some((field) => words[domain][field].words !== '')])
	) as Record<Domain, boolean>;
	const youth = await asYouth(ctx, read, actor);
	return {
		plan: { filled, until: dayInNetherlands(guest.until) },
		mayAttach:
			actor.kind === 'visitor'
				? null
				: youth !== null && may(canWriteInPlan, actor, ownFacts(youth))
	};
}

/** One domain of a guest; null for a browser without words, which then begins at the first page. */
export async function findGuestDomain(
	ctx: Ctx,
	actor: Actor,
	token: GuestToken,
	domain: Domain
): Promise<DomainView | null> {
	const guest = await guestOf(ctx, ctx.db.read, actor, token);
	if (!guest) return null;
	const words = wordsByDomain(await guestWordRows(ctx.db.read, guest.id))[domain];
	return { domain, words, mayWrite: true, seenBy: [] };
}

/** Whose tries count together, for the limit of posts: those of one guest, not of a whole house. */
export async function findGuestSubject(ctx: Ctx, token: GuestToken): Promise<string | null> {
	const guest = await guestOf(ctx, ctx.db.read, visitor, token);
	return guest && `guest ${guest.id}`;
}
