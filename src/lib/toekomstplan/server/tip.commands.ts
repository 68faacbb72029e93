import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { MOST_SIGNS } from '../model.ts';
import { canGiveTip } from '../policy.ts';
import type { GiveTip, LayTipAside, TakeTip, TipId } from '../tip.model.ts';
import { mayGiveMore, tipsCountFrom, withTip } from '../tip.rules.ts';
import { plainLines } from '../words.rules.ts';
import { nothing, writing } from './act.ts';
import { loadWords, loadYouth, partFacts } from './load.ts';
import { writeWords } from './store.ts';
import { dropDecidedTips, emptyTip, insertTip, openTips, tipsGivenBy } from './tip.store.ts';

/**
 * Somebody who sees a part suggests a text for it. It waits for the youth, and enters nothing by itself.
 * @throws {Denied} `hide` for whoever does not see that part now
 * @throws {Refused} after too many in a week
 */
export async function giveTip(
	ctx: Ctx,
	actor: Actor,
	owner: PersonId,
	{ key, form: domain, field, words }: z.output<typeof GiveTip>
): Promise<void> {
	await once(ctx, receipt(actor, `toekomstplan:tip:${owner}`, key), async (tx) => {
		const now = ctx.now();
		const youth = await loadYouth(tx, owner, dayInNetherlands(now));
		const may = authorize(canGiveTip, actor, youth && partFacts(youth, domain));
		if (actor.kind !== 'person' || !youth?.plan) throw nothing(canGiveTip.ability);
		const { id: planId } = youth.plan;
		const given = await tipsGivenBy(tx, planId, actor.id, tipsCountFrom(now));
		if (!mayGiveMore(given)) throw new Refused({ words: 'laterTip.tooMany' });
		await insertTip(tx, may, {
			...{ id: newId<TipId>(), planId, domain, field, authorId: actor.id },
			...{ words: plainLines(words), at: now }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'toekomstplan-tip' });
		return '';
	});
}

/**
 * The youth puts a tip under what stands there, as it is or changed first. A tip that was decided about
 * before changes nothing.
 * @throws {Denied} for everyone but the youth, under 27
 * @throws {Refused} when the words become too many
 */
export const takeTip = (ctx: Ctx, actor: Actor, input: z.output<typeof TakeTip>): Promise<void> =>
	writing(ctx, actor, { act: 'take-tip', key: input.key }, async (tx, may, { plan }) => {
		const tip = (await openTips(tx, plan.id)).find(({ id }) => id === input.form);
		if (!tip) return;
		const { domain, field } = tip;
		const now = (await loadWords(tx, plan))[domain][field];
		const words = withTip(now.words, plainLines(input.words));
		if (words.length > MOST_SIGNS) throw new Refused({ words: 'fout.woordenLang' });
		if (words !== now.words)
			await writeWords(tx, may, {
				...{ planId: plan.id, domain, field, words },
				...{ revision: now.revision + 1, changedAt: ctx.now() }
			});
		await emptyTip(tx, may, { planId: plan.id, id: tip.id });
	});

/** The youth lays a tip aside. Nobody hears of it. @throws {Denied} for everyone else */
export const layTipAside = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof LayTipAside>
): Promise<void> =>
	writing(ctx, actor, { act: 'lay-tip-aside', key: input.key }, async (tx, may, { plan }) => {
		await emptyTip(tx, may, { planId: plan.id, id: input.form });
	});

/** Tips without words are not kept once they no longer count. */
export const forgetTips = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => void (await dropDecidedTips(tx, tipsCountFrom(ctx.now()))));
