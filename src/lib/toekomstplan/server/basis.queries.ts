import { findChild } from '#lib/family/server/child.queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { ageOn, dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { allInOrder, basicsNow, isOpenStay, somebodyStays } from '../basis.rules.ts';
import { UNTIL_AGE, type AskedView, type BasicsView } from '../model.ts';
import { canAnswerStay, canOpenPlan, canWriteInPlan, type StayFacts } from '../policy.ts';
import { withPlan } from './act.ts';
import { basicRows, stayBehind, stayRows } from './basis.store.ts';
import { ownFacts, type LoadedYouth } from './load.ts';
import { nameIn, viewIn } from './share.queries.ts';

/** The basics of the own plan, and who stays. @throws {Denied} `hide` for everyone but the youth */
export async function getBasicsPage(ctx: Ctx, actor: Actor): Promise<BasicsView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const { plan, near, shares } = youth;
	const stays = await stayRows(ctx.db.read, plan.id);
	const mayBeReady = somebodyStays(stays);
	const basics = basicsNow(await basicRows(ctx.db.read, plan.id), mayBeReady);
	const regisseur = near.find((one) => one.as === 'regisseur' && one.now);
	return {
		...{ basics, mayBeReady, allReady: allInOrder(basics) },
		stays: stays.map((one) => ({
			...{ id: one.id, kind: one.kind, name: one.name, says: one.says },
			askedOn: dayInNetherlands(one.askedAt),
			over: !isOpenStay(one, ctx.now())
		})),
		professionals: professionalsOf(youth).flatMap((one) => viewIn(youth, one) ?? []),
		regisseur: regisseur ? nameIn(youth, regisseur.personId) : null,
		mayWrite: may(canWriteInPlan, actor, ownFacts(youth)),
		seenBy: shares.filter(({ part }) => part === 'basis').map(({ withId }) => nameIn(youth, withId))
	};
}

/** Who can be asked to go on looking: professionals who help the youth today. */
export const professionalsOf = ({ near }: LoadedYouth) =>
	near
		.filter((one) => one.now && (one.as === 'regisseur' || one.as === 'professional'))
		.map(({ personId }) => personId);

/**
 * The question behind a link. What was taken back, is over or never was, answers alike. A professional
 * signs in first: the yes has to be that person's own.
 */
export async function getAsked(ctx: Ctx, actor: Actor, token: string): Promise<AskedView> {
	const found = await askedBehind(ctx, ctx.db.read, token);
	if (!found) return { state: 'over' };
	const { facts, from, says } = found;
	if (may(canAnswerStay, actor, facts)) return { state: 'open', kind: facts.kind, from, says };
	return facts.open && facts.kind === 'zoekt' && actor.kind === 'visitor'
		? { state: 'sign-in' }
		: { state: 'over' };
}

/** What the rule about an answer decides about, with who asks. */
export async function askedBehind(ctx: Ctx, read: Reader, token: string) {
	const row = await stayBehind(read, hashToken(token));
	if (!row) return null;
	const { stay, ownerId } = row;
	const child = await findChild(read, ownerId);
	if (!child) return null;
	const young = ageOn(child.birthDate, dayInNetherlands(ctx.now())) < UNTIL_AGE;
	const facts: StayFacts = {
		...{ id: stay.id, ownerId, kind: stay.kind, personId: stay.personId },
		open: young && isOpenStay(stay, ctx.now())
	};
	return { facts, from: child.name, says: stay.says };
}
