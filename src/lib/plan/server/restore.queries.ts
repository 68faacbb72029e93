import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { RestorePage } from '../history.model.ts';
import { cannotComeBack, differencesBetween } from '../history.rules.ts';
import { canWritePlan } from '../policy.ts';
import { changesBetween } from '../version.rules.ts';
import { inWords, loadHistory, notThere } from './history.load.ts';
import { itemsAt } from './history.ts';
import { itemsOf } from './items.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { goalsIn, seenItem, seenItems } from './sight.ts';
import { markWords } from './word-difference.ts';

/**
 * What putting a version back would do, before it is done.
 * @throws {Denied} for everyone but the regisseur and the stand-in, and for a version that is not there
 */
export async function getRestorePage(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	number: number | null
): Promise<RestorePage> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canWritePlan, actor, loaded && ruleFacts(loaded));
	const history = await loadHistory(ctx.db.read, actor, loaded);
	const { plan, sight, changes, seen } = history;
	const asked = number === null ? undefined : seen[number - 1];
	if (!asked || asked.stored >= plan.version) return notThere();
	const then = itemsAt(plan, changes, asked.stored);
	const goals = goalsIn(then);
	const missing = cannotComeBack(changesBetween(itemsOf(plan), then), history.loaded.family.facts);
	await recordRead(ctx, permit, { thing: 'plan-version', familyId: id });
	return {
		version: inWords(history, asked),
		stored: asked.stored,
		seen: plan.version,
		obstacles: missing.flatMap(({ change, who }) => {
			const item = then.find((one) => one.kind === change.kind && one.id === change.id);
			const seenThen = item && seenItem(sight, item, goals);
			const { kind } = change;
			return seenThen ? [{ kind, name: seenThen.name, who: sight.named(who)?.name ?? '' }] : [];
		}),
		differences: differencesBetween(seenItems(sight, itemsOf(plan)), seenItems(sight, then)).map(
			markWords
		)
	};
}
