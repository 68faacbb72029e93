import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { canWriteInPlan } from '../policy.ts';
import { loadYouth, ownFacts, type LoadedYouth } from './load.ts';
import type { PlanRow } from './store.ts';

/** A youth who has a plan. */
export type Planned = LoadedYouth & { readonly plan: PlanRow };

/** The one who asks as a youth, with or without a plan; null for everyone who never was a child here. */
export const asYouth = async (ctx: Ctx, read: Reader, actor: Actor): Promise<LoadedYouth | null> =>
	actor.kind === 'person' ? loadYouth(read, actor.id, dayInNetherlands(ctx.now())) : null;

/** The one who asks, with the own plan. @throws {Denied} as if there were nothing */
export async function withPlan(
	ctx: Ctx,
	read: Reader,
	actor: Actor,
	ability: string
): Promise<Planned> {
	const youth = await asYouth(ctx, read, actor);
	if (!youth?.plan) throw nothing(ability);
	return { ...youth, plan: youth.plan };
}

/**
 * One act of the youth in the own plan. As with words, it is not in the access log: that would tell
 * about the youth.
 * @throws {Denied} for everyone but the youth, under 27
 */
export async function writing(
	ctx: Ctx,
	actor: Actor,
	{ act, key }: { readonly act: string; readonly key: string },
	work: (tx: Tx, may: Permit<'toekomstplan.write'>, youth: Planned) => Promise<unknown>
): Promise<void> {
	await once(ctx, receipt(actor, `toekomstplan:${act}`, key), async (tx) => {
		const youth = await withPlan(ctx, tx, actor, canWriteInPlan.ability);
		await work(tx, authorize(canWriteInPlan, actor, ownFacts(youth)), youth);
		return '';
	});
}

export const nothing = (ability: string): Denied =>
	new Denied(ability, { outcome: 'hide', reason: 'onbekend' });
