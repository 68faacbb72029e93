import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { loadYouth, type LoadedYouth } from './load.ts';
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

export const nothing = (ability: string): Denied =>
	new Denied(ability, { outcome: 'hide', reason: 'onbekend' });
