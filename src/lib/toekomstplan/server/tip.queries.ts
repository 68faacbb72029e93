import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { canOpenPlan, canWriteInPlan } from '../policy.ts';
import type { TipsView } from '../tip.model.ts';
import { withPlan } from './act.ts';
import { ownFacts } from './load.ts';
import { nameIn } from './share.queries.ts';
import { openTips } from './tip.store.ts';

/** What others suggest, for the youth to decide. @throws {Denied} `hide` for everyone but the youth */
export async function getTipsPage(ctx: Ctx, actor: Actor): Promise<TipsView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const rows = await openTips(ctx.db.read, youth.plan.id);
	return {
		tips: rows.map(({ id, domain, field, words, authorId }) => ({
			...{ id, domain, field, words, from: nameIn(youth, authorId) }
		})),
		mayWrite: may(canWriteInPlan, actor, ownFacts(youth))
	};
}
