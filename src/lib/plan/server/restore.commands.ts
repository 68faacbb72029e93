import type { z } from 'zod';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { RestoreInput } from '../history.model.ts';
import { cannotComeBack } from '../history.rules.ts';
import { canWritePlan } from '../policy.ts';
import { changesBetween } from '../version.rules.ts';
import { changePlan } from './change.ts';
import { editing, receipt } from './edit.commands.ts';
import { itemsAt } from './history.ts';
import { itemsOf } from './items.ts';
import { ruleFacts } from './load.ts';
import { changesAfter } from './version.store.ts';

/**
 * The regisseur puts an earlier version back: as a new version, so that nothing leaves the history.
 * Scores and agreements name items by id and stay as they are.
 * @param input `version` is the plan's own number; `seen` the newest one when the form was made
 * @throws {Denied} for anyone but the regisseur and the stand-in, and for a version that is not there
 * @throws {Refused} when the plan changed since the form was made, and when a part names somebody who
 * left the family since (`cannotComeBack` says which); nothing changed then
 */
export const restorePlan = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof RestoreInput>
): Promise<string> =>
	once(ctx, receipt(actor, 'restore', input.key), async (tx) => {
		const { loaded, plan } = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(loaded));
		if (input.version >= plan.version) {
			throw new Denied(canWritePlan.ability, { outcome: 'hide', reason: 'onbekend' });
		}
		if (input.seen !== plan.version) throw new Refused({ version: 'fout.planVeranderd' });
		const changed = await changesAfter(tx, plan.id, input.version);
		const now = itemsOf(plan);
		const changes = changesBetween(now, itemsAt(plan, changed, input.version));
		if (cannotComeBack(changes, loaded.family.facts).length > 0) {
			throw new Refused({ version: 'fout.nietTerug' });
		}
		await changePlan(ctx, tx, may, {
			plan,
			familyId: family,
			cause: 'restore',
			changes,
			restored: input.version
		});
		return '';
	});
