import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';

/** Who acts, in which family, with what the plan holds at that moment. */
type Change = {
	readonly tx: Tx;
	readonly me: PersonId;
	readonly loaded: LoadedPlan;
};

/**
 * Facts, act and access log in one transaction; the same key again from the same person does nothing.
 * @param noun what is made, so that keys of different forms never meet
 * @throws {Denied} `hide` for a visitor and for a family that is not there
 */
export async function change(
	ctx: Ctx,
	actor: Actor,
	{ noun, family, key }: { noun: string; family: FamilyId; key: string },
	work: (change: Change) => Promise<void>
): Promise<void> {
	if (actor.kind !== 'person') throw unknown(noun);
	await once(ctx, `${noun}:${actor.id}:${key}`, async (tx) => {
		const loaded = await loadPlan(tx, family, dayInNetherlands(ctx.now()));
		if (!loaded) throw unknown(noun);
		await work({ tx, me: actor.id, loaded });
		return '';
	});
}

const unknown = (noun: string) => new Denied(noun, { outcome: 'hide', reason: 'onbekend' });
