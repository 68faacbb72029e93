import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView, RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { KaderKind } from '#lib/plan/model.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { planViewFor } from '#lib/plan/server/plan-view.ts';
import type { Ctx } from '#lib/server/ctx.ts';

export type RegieOfChild = {
	readonly person: PersonView;
	readonly region: RegionId;
	readonly kaders: readonly KaderKind[];
};

/** The kaders that decide who has the regie, of the children whose kaders this person may see. */
export async function listRegie(ctx: Ctx, actor: Actor, id: FamilyId): Promise<RegieOfChild[]> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	if (!loaded || actor.kind !== 'person') return [];
	const facts = ruleFacts(loaded);
	if (!may(canReadPlan, actor, facts)) return [];
	const children = (planViewFor(actor, loaded)?.children ?? []).filter(
		(child) => child.kaders.length > 0
	);
	if (children.length === 0) return [];
	await recordRead(ctx, authorize(canReadPlan, actor, facts), { thing: 'kader', familyId: id });
	return children.map(({ person, kaders }) => ({
		person,
		region: loaded.family.regionId,
		kaders: kaders.map((one) => one.kind)
	}));
}
