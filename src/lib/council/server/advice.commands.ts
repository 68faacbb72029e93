import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { quarterAfter, unconfirmedIn } from '../advice.rules.ts';
import type { AdviceId, AnswerAdvice, GiveAdvice } from '../model.ts';
import { canAnswerAdvice, canGiveAdvice } from '../policy.ts';
import { quarterOf } from '../quarter.rules.ts';
import { adviceRow, insertAdvice, insertAnswer } from './advice.store.ts';
import { councilFacts } from './facts.ts';
import { publishedQuarters } from './tables.store.ts';

/**
 * The council says what it found in the newest tables, and what it advises. Public at once.
 * @throws {Denied} for everyone but a member
 * @throws {Refused} when no tables are there to speak of, the day is not to come, or words may name somebody
 */
export const giveAdvice = async (
	ctx: Ctx,
	actor: Actor,
	id: OrganisationId,
	{ key, sure, ...input }: z.output<typeof GiveAdvice>
): Promise<void> =>
	void (await once(ctx, receipt(actor, `advice:${id}`, key), async (tx) => {
		const facts = await councilFacts(ctx, tx, id);
		const may = authorize(canGiveAdvice, actor, facts);
		const today = facts?.today;
		if (!today || input.askedBy <= today) throw new Refused({ askedBy: 'council.dayPast' });
		refuseMarks({ finding: input.finding, advice: input.advice }, sure);
		const [newest] = await publishedQuarters(tx);
		if (!newest) throw new Refused({ criterion: 'council.none' });
		const row = { ...input, id: newId<AdviceId>(), quarter: newest.quarter, givenOn: today };
		await insertAdvice(tx, may, row);
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'advice' });
		return row.id;
	}));

/**
 * The organisation answers an advice, once, with reasons and with what it will try.
 * @throws {Denied} for everyone but who answers for this organisation, and for an advice of another
 * @throws {Refused} when words may name somebody and nobody looked at them
 */
export const answerAdvice = async (
	ctx: Ctx,
	actor: Actor,
	id: OrganisationId,
	{ key, sure, advice: adviceId, ...input }: z.output<typeof AnswerAdvice>
): Promise<void> =>
	void (await once(ctx, receipt(actor, `advice-answer:${id}`, key), async (tx) => {
		const facts = await councilFacts(ctx, tx, id);
		const there = await adviceRow(tx, adviceId);
		const answered = Boolean(there?.answered);
		const may = authorize(canAnswerAdvice, actor, facts && { ...facts, answered });
		if (there?.organisationId !== id || !facts)
			throw new Denied(may.ability, { outcome: 'hide', reason: 'onbekend' });
		refuseMarks(input, sure);
		const measuredIn = quarterAfter(quarterOf(ctx.now()));
		await insertAnswer(tx, may, { ...input, adviceId, measuredIn, on: facts.today });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'advice answer' });
		return adviceId;
	}));

/** Everybody reads it at once, so the writer looks first at what may be a name, a place or a day. */
function refuseMarks(texts: Readonly<Record<string, string>>, sure: string): void {
	const errors = unconfirmedIn(texts, sure);
	if (Object.keys(errors).length > 0) throw new Refused(errors);
}
