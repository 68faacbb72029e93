import { findChild } from '#lib/family/server/child.queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { ageOn, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { birthdayAhead, OWN_BIRTHDAYS } from '../birthday.rules.ts';
import {
	DOMAINS,
	FIELDS,
	OFFERED_FROM_AGE,
	type Domain,
	type DomainView,
	type LaterDoors,
	type LaterView
} from '../model.ts';
import { canOpenPlan, canWriteInPlan } from '../policy.ts';
import { isDue } from '../timeline.rules.ts';
import { asYouth, nothing, withPlan } from './act.ts';
import { loadWords, ownFacts } from './load.ts';
import { offersTo } from './offer.queries.ts';
import { listSharers, nameIn } from './share.queries.ts';
import { planOf } from './store.ts';
import { markRows } from './timeline.store.ts';
import { openTips } from './tip.store.ts';

/**
 * The first page: the own plan of a youth, and whoever shares something with the one who asks.
 * @throws {Denied} `hide` for who has neither
 */
export async function getLaterPage(ctx: Ctx, actor: Actor): Promise<LaterView> {
	const { read } = ctx.db;
	const youth = await asYouth(ctx, read, actor);
	const opens = youth !== null && may(canOpenPlan, actor, ownFacts(youth));
	const others = await listSharers(ctx, actor);
	if (!opens && others.length === 0) throw nothing(canOpenPlan.ability);
	if (!youth || !opens) return { own: null, others };
	const mayWrite = may(canWriteInPlan, actor, ownFacts(youth));
	// After 27 nobody begins one.
	if (!youth.plan && !mayWrite) return { own: null, others };
	const words = await loadWords(read, youth.plan);
	const filled = Object.fromEntries(
		DOMAINS.map((domain) => [domain, FIELDS.some((field) => words[domain][field].words !== '')])
	) as Record<Domain, boolean>;
	const offers = await offersTo(ctx, youth);
	const birthday = birthdayAhead(youth.child.birthDate, youth.today, OWN_BIRTHDAYS);
	const tips = mayWrite && youth.plan ? await openTips(read, youth.plan.id) : [];
	return {
		own: {
			started: youth.plan !== undefined,
			mayWrite,
			filled,
			tips: tips.length > 0,
			offers,
			birthday
		},
		others
	};
}

/** One domain of the own plan. @throws {Denied} `hide` for everyone but the youth */
export async function getDomainPage(ctx: Ctx, actor: Actor, domain: Domain): Promise<DomainView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const words = await loadWords(ctx.db.read, youth.plan);
	return {
		domain,
		words: words[domain],
		mayWrite: may(canWriteInPlan, actor, ownFacts(youth)),
		seenBy: youth.shares
			.filter(({ part }) => part === domain)
			.map(({ withId }) => nameIn(youth, withId))
	};
}

/**
 * For links only: each page asks its own rule. Reads no more of a family than it must.
 * @param asked what {@link ownDoor} said, for who asked it already
 */
export async function laterDoors(
	ctx: Ctx,
	actor: Actor,
	asked: () => Promise<OwnDoor | null> = () => ownDoor(ctx, actor)
): Promise<LaterDoors> {
	const none = { own: null, reminded: false, tips: false, birthday: null };
	if (actor.kind !== 'person') return { ...none, others: [] };
	const others = await listSharers(ctx, actor);
	const door = await asked();
	if (!door) return { ...none, others };
	const { own, plan, mayWrite, birthday } = door;
	if (!plan) return { own, reminded: false, tips: false, birthday, others };
	const { read } = ctx.db;
	const reminded = (await markRows(read, plan.id)).some((mark) => isDue(mark, door.today));
	const tips = mayWrite && (await openTips(read, plan.id)).length > 0;
	return { own, reminded, tips, birthday, others };
}

/** Whether the bar of every page leads to the own plan: of a youth to whom it is open, and of nobody else. */
export const barHasLater = (door: OwnDoor | null): boolean => door?.own === 'open';

/** Whether somebody has, or may begin, a plan of an own, and what a link to it says. */
export type OwnDoor = Pick<LaterDoors, 'birthday'> & {
	readonly own: NonNullable<LaterDoors['own']>;
	readonly plan: Awaited<ReturnType<typeof planOf>>;
	readonly mayWrite: boolean;
	readonly today: Day;
};

/** Null for who has none and may not begin one. */
export async function ownDoor(ctx: Ctx, actor: Actor): Promise<OwnDoor | null> {
	if (actor.kind !== 'person') return null;
	const { read } = ctx.db;
	const child = await findChild(read, actor.id);
	if (!child) return null;
	const today = dayInNetherlands(ctx.now());
	const age = ageOn(child.birthDate, today);
	const facts = { id: actor.id, ownerId: actor.id, age };
	const plan = await planOf(read, actor.id);
	const mayWrite = may(canWriteInPlan, actor, facts);
	// After 27 nobody begins one.
	if (!may(canOpenPlan, actor, facts) || (!plan && !mayWrite)) return null;
	const own: OwnDoor['own'] = plan || age >= OFFERED_FROM_AGE ? 'open' : 'early';
	const birthday = birthdayAhead(child.birthDate, today, OWN_BIRTHDAYS);
	return { own, plan, mayWrite, birthday, today };
}
