import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken, newId, newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { GUEST_DAYS, type GuestPlanId } from '../guest.model.ts';
import { canUseGuestPlan } from '../guest.policy.ts';
import { daysAfter, joinWords } from '../guest.rules.ts';
import type { SaveDomainFields, ToekomstplanId } from '../model.ts';
import { canWriteInPlan } from '../policy.ts';
import { weighDomain, type Saved } from '../words.rules.ts';
import { asYouth, nothing } from './act.ts';
import { guestFacts, guestOf, type GuestToken } from './guest.load.ts';
import {
	eraseGuestRows,
	eraseOldGuests,
	guestByToken,
	guestWordRows,
	insertGuest,
	replaceGuestToken,
	writeGuestWords
} from './guest.store.ts';
import { loadWords, ownFacts, wordsByDomain } from './load.ts';
import { insertPlan, writeWords } from './store.ts';

/**
 * Begins words without an account. A browser that has some keeps them. The same form again, from a
 * double tap, gets the same words under a new secret.
 * @param network where it is asked from, for the limit
 * @returns the secret that the browser keeps; null when it keeps the one it has
 * @throws {Refused} when too many begin from one place
 */
export async function startGuestPlan(
	ctx: Ctx,
	actor: Actor,
	input: { token: GuestToken; key: string; network: string }
): Promise<string | null> {
	if (await guestOf(ctx, ctx.db.read, actor, input.token)) return null;
	const within = await ctx.db.write((tx) =>
		withinLimit(tx, LIMITS.guestPlan, `network ${input.network}`, ctx.now())
	);
	if (!within) throw new Refused({ start: 'laterGuest.tooMany' });
	const token = newToken();
	const tokenHash = hashToken(token);
	let isNew = false;
	const id = await once(ctx, `guest:start:${input.key}`, async (tx) => {
		isNew = true;
		const row = { id: newId<GuestPlanId>(), tokenHash, until: daysAfter(ctx.now(), GUEST_DAYS) };
		const may = authorize(canUseGuestPlan, actor, guestFacts(ctx, row));
		await insertGuest(tx, may, row);
		return row.id;
	});
	if (isNew) return token;
	const found = await ctx.db.write((tx) => replaceGuestToken(tx, id as GuestPlanId, tokenHash));
	return found.length > 0 ? token : null;
}

/**
 * Keeps what a guest typed, as {@link weighDomain} says: the same try again changes nothing.
 * @throws {Denied} `hide` for a browser without words, or after their time
 */
export const saveGuestWords = (
	ctx: Ctx,
	actor: Actor,
	token: GuestToken,
	input: SaveDomainFields
): Promise<Saved> =>
	ctx.db.write(async (tx) => {
		const guest = await guestOf(ctx, tx, actor, token);
		const may = authorize(canUseGuestPlan, actor, guest && guestFacts(ctx, guest));
		if (!guest) throw nothing(canUseGuestPlan.ability);
		const now = wordsByDomain(await guestWordRows(tx, guest.id))[input.domain];
		const { saved, writes } = weighDomain(now, input);
		for (const write of writes)
			await writeGuestWords(tx, may, { ...write, planId: guest.id, domain: input.domain });
		return saved;
	});

/**
 * The youth who is signed in keeps the words of this browser in the own plan, under what stands there.
 * Only by this act: who signs in on a phone that others use gets nobody's words by it.
 * @throws {Denied} `hide` for who is no youth here, and for a browser without words
 */
export async function attachGuestPlan(
	ctx: Ctx,
	actor: Actor,
	input: { token: GuestToken; key: string }
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:attach', input.key), async (tx) => {
		const youth = await asYouth(ctx, tx, actor);
		const may = authorize(canWriteInPlan, actor, youth && ownFacts(youth));
		const guest = await guestOf(ctx, tx, actor, input.token);
		if (!youth || !guest) throw nothing(canUseGuestPlan.ability);
		const planId = youth.plan?.id ?? newId<ToekomstplanId>();
		if (!youth.plan) {
			await insertPlan(tx, may, { id: planId, personId: youth.child.id, startedAt: ctx.now() });
			await recordAudit(ctx, tx, may, { action: 'create', thing: 'toekomstplan' });
		}
		const own = await loadWords(tx, youth.plan);
		for (const { domain, field, words: typed } of await guestWordRows(tx, guest.id)) {
			const was = own[domain][field];
			const words = joinWords(was.words, typed);
			if (words === was.words) continue;
			await writeWords(tx, may, {
				...{ planId, domain, field, words, revision: was.revision + 1, changedAt: ctx.now() }
			});
		}
		await eraseGuestRows(tx, guest.id);
		return '';
	});
}

/**
 * The words of this browser are gone: asked on the page, by leaving quickly and by signing out. Also
 * when their time is over, and without any it is no fault.
 */
export const eraseGuestPlan = (ctx: Ctx, token: string): Promise<void> =>
	ctx.db.write(async (tx) => {
		const guest = await guestByToken(tx, hashToken(token));
		if (guest) await eraseGuestRows(tx, guest.id);
	});

/** Words of guests whose time is over are not kept. */
export const forgetGuestPlans = (ctx: Ctx): Promise<void> =>
	ctx.db.write((tx) => eraseOldGuests(tx, ctx.now()));
