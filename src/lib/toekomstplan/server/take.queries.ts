import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Part, PartView } from '../model.ts';
import { canOpenPlan } from '../policy.ts';
import { withPlan } from './act.ts';
import { basicRows, stayRows } from './basis.store.ts';
import { ownFacts } from './load.ts';
import { partsFor } from './part-view.ts';
import { offersTo } from './offer.queries.ts';
import { nameIn } from './share.queries.ts';
import { wordRows } from './store.ts';
import { everyShare } from './take.store.ts';
import { openTips } from './tip.store.ts';
import { answerRows, markRows } from './timeline.store.ts';

/**
 * The parts of the own plan that the youth picked to take along, on paper or as a file.
 * @throws {Denied} `hide` for everyone but the youth
 */
export async function getTakenParts(
	ctx: Ctx,
	actor: Actor,
	picked: readonly Part[]
): Promise<PartView[]> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const all = await partsFor(ctx.db.read, actor, youth);
	return all.map(({ view }) => view).filter(({ part }) => picked.includes(part));
}

/**
 * Everything that is kept of the own plan, for a machine to read: by table, what the data register says
 * that the youth may have. Of others only the name that the youth sees as well.
 * @throws {Denied} `hide` for everyone but the youth
 */
export async function getOwnCopy(ctx: Ctx, actor: Actor): Promise<object> {
	const { read } = ctx.db;
	const youth = await withPlan(ctx, read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const { plan } = youth;
	const words = await wordRows(read, plan.id);
	const shares = await everyShare(read, plan.id);
	const stays = await stayRows(read, plan.id);
	const marks = await markRows(read, plan.id);
	return {
		madeAt: ctx.now(),
		toekomstplan: {
			...{ personId: plan.personId, startedAt: plan.startedAt, remindBy: plan.remindBy }
		},
		toekomst_words: words.map(({ domain, field, words: said, changedAt }) => ({
			...{ domain, field, words: said, changedAt }
		})),
		toekomst_share: shares.map(({ part, withId, startedAt, endedAt }) => ({
			...{ part, withId, name: nameIn(youth, withId), startedAt, endedAt }
		})),
		toekomst_answer: (await answerRows(read, plan.id)).map(({ question, says }) => ({
			...{ question, says }
		})),
		toekomst_basic: (await basicRows(read, plan.id)).map(({ basic, state }) => ({ basic, state })),
		toekomst_stay: stays.map(({ kind, personId, name, askedAt, says, answeredAt }) => ({
			...{ kind, personId, name, askedAt, says, answeredAt }
		})),
		toekomst_tip: (await openTips(read, plan.id)).map(
			({ domain, field, authorId, words: said, at }) => ({
				...{ domain, field, authorId, name: nameIn(youth, authorId), words: said, at }
			})
		),
		toekomst_offer: (await offersTo(ctx, youth)).map(({ kind, on }) => ({ kind, on })),
		toekomst_mark: marks.map(({ item, state, remindOn }) => ({ item, state, remindOn }))
	};
}
