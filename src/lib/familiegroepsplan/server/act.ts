import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Person } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import { loadOwnPlan, type LoadedOwnPlan } from './load.ts';

/** What one act works with: facts of this moment, in the transaction of the act. */
export type Acting = {
	readonly tx: Tx;
	readonly own: LoadedOwnPlan;
	readonly actor: Person;
	readonly at: Date;
	readonly today: Day;
};

/**
 * Facts, rights, change and access log in one transaction; the same form twice is one act.
 * @throws {Denied} `hide` for a visitor and for a family that does not exist
 */
export async function acting(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	key: string,
	work: (asked: Acting) => Promise<void>
): Promise<void> {
	if (actor.kind !== 'person') throw unknown();
	await once(ctx, `own-plan:${actor.id}:${key}`, async (tx) => {
		const at = ctx.now();
		const today = dayInNetherlands(at);
		const own = await loadOwnPlan(tx, family, today);
		if (!own) throw unknown();
		await work({ tx, own, actor, at, today });
		return '';
	});
}

export const unknown = () => new Denied('own-plan.open', { outcome: 'hide', reason: 'onbekend' });
