import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { canReadEnding, canReadExit } from '../ending.policy.ts';
import type { EndingPageView } from '../page.model.ts';
import { canWritePlan } from '../policy.ts';
import { endingView, exitViews } from './ending-view.ts';
import { loadPlan, measuredChildren, ruleFacts } from './load.ts';
import { viewerOf } from './viewer.ts';

/**
 * How the help ends, and what a measure asks before it can end.
 * @throws {Denied} `hide` for who sees nothing of it, and without a plan
 */
export async function getEndingPage(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId
): Promise<EndingPageView> {
	const loaded = await loadPlan(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const facts = loaded?.plan && ruleFacts(loaded);
	const permit = authorize(canReadEnding, actor, facts);
	if (!loaded?.plan || !facts || actor.kind !== 'person') {
		throw new Denied(canReadEnding.ability, { outcome: 'hide', reason: 'onbekend' });
	}
	await recordRead(ctx, permit, { thing: 'plan', familyId: family });
	const viewer = viewerOf(actor, loaded);
	const measured = new Set(
		measuredChildren(loaded).filter((childId) => may(canReadExit, actor, { ...facts, childId }))
	);
	return {
		familyId: family,
		...endingView(viewer, loaded.plan),
		exits: exitViews(viewer, loaded, loaded.plan),
		measured: loaded.family.people
			.filter((row) => row.relation === 'kind' && measured.has(row.personId))
			.map((row) => personView(row, actor.id))
			.map((person) => (viewer.seesAll ? person : { ...person, words: null })),
		may: { write: may(canWritePlan, actor, facts) }
	};
}
