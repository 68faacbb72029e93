import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { SaveDomainFields, ToekomstplanId } from '../model.ts';
import { canErasePlan, canWriteInPlan } from '../policy.ts';
import { weighDomain, type Saved } from '../words.rules.ts';
import { asYouth, nothing, withPlan } from './act.ts';
import { loadWords, ownFacts } from './load.ts';
import { erasePlanRows, insertPlan, writeWords } from './store.ts';

/**
 * The youth begins the own plan; a plan that is there stays as it is.
 * @throws {Denied} for everyone else
 */
export async function startPlan(ctx: Ctx, actor: Actor, input: { key: string }): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:start', input.key), async (tx) => {
		const youth = await asYouth(ctx, tx, actor);
		const may = authorize(canWriteInPlan, actor, youth && ownFacts(youth));
		if (!youth || youth.plan) return '';
		const id = newId<ToekomstplanId>();
		await insertPlan(tx, may, { id, personId: youth.child.id, startedAt: ctx.now() });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'toekomstplan' });
		return '';
	});
}

/**
 * Keeps what the youth typed, each field for itself. The same words again change nothing, so a try that
 * is repeated on a bad line needs no key: a form that saves every few seconds has only one. What another
 * tab wrote in between is not overwritten.
 * Not in the access log: how often a youth writes would tell about the youth.
 * @throws {Denied} for everyone but the youth, under 27
 */
export const saveWords = (ctx: Ctx, actor: Actor, input: SaveDomainFields): Promise<Saved> =>
	ctx.db.write(async (tx) => {
		const { plan, ...youth } = await withPlan(ctx, tx, actor, canWriteInPlan.ability);
		const may = authorize(canWriteInPlan, actor, ownFacts({ ...youth, plan }));
		const now = (await loadWords(tx, plan))[input.domain];
		const { saved, writes } = weighDomain(now, input);
		for (const write of writes)
			await writeWords(tx, may, {
				...{ ...write, planId: plan.id, domain: input.domain, changedAt: ctx.now() }
			});
		return saved;
	});

/**
 * The youth takes the whole plan away, with everything in it. Who saw a part finds nothing.
 * @throws {Denied} for everyone else
 */
export async function erasePlan(ctx: Ctx, actor: Actor, input: { key: string }): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:erase', input.key), async (tx) => {
		const youth = await asYouth(ctx, tx, actor);
		if (!youth?.plan) throw nothing(canErasePlan.ability);
		const may = authorize(canErasePlan, actor, ownFacts(youth));
		await erasePlanRows(tx, may, youth.plan.id);
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'toekomstplan' });
		return '';
	});
}
