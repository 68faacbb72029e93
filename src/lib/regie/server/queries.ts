import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView, RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { strictest } from '#lib/plan/rules.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { planViewFor } from '#lib/plan/server/plan-view.ts';
import type { Ctx } from '#lib/server/ctx.ts';

export type RegieOfChildren = {
	readonly people: readonly PersonView[];
	readonly region: RegionId;
	readonly kaders: readonly KaderKind[];
};

/**
 * The kaders that decide who has the regie, of the children whose kaders this person may see. Children
 * with the same strictest kader stand together: for them it is the same.
 */
export async function listRegie(ctx: Ctx, actor: Actor, id: FamilyId): Promise<RegieOfChildren[]> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	if (!loaded || actor.kind !== 'person') return [];
	const facts = ruleFacts(loaded);
	if (!may(canReadPlan, actor, facts)) return [];
	const children = (planViewFor(actor, loaded)?.children ?? []).filter(
		(child) => child.kaders.length > 0
	);
	if (children.length === 0) return [];
	await recordRead(ctx, authorize(canReadPlan, actor, facts), { thing: 'kader', familyId: id });
	const kindsOf = (child: (typeof children)[number]) => child.kaders.map((one) => one.kind);
	const alike = Map.groupBy(children, (child) => strictest(kindsOf(child)));
	return [...alike.values()].map((group) => ({
		people: group.map((child) => child.person),
		region: loaded.family.regionId,
		kaders: group.flatMap(kindsOf)
	}));
}
