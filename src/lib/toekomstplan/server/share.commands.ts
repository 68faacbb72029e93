import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { PartShareId, SharePart, StopSharing } from '../model.ts';
import { canSharePart, canStopSharingPart } from '../policy.ts';
import { withPlan } from './act.ts';
import { ownFacts } from './load.ts';
import { endShares, startShare } from './store.ts';

/**
 * The youth lets one person see one part, from this moment.
 * @throws {Denied} for everyone but the youth, and for a person who cannot be let in
 */
export async function sharePart(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof SharePart>
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:share', input.key), async (tx) => {
		const youth = await withPlan(ctx, tx, actor, canSharePart.ability);
		const { plan, near, shares } = youth;
		const { part, with: withId } = input;
		const may = authorize(canSharePart, actor, { ...ownFacts(youth), withId, near });
		if (shares.some((one) => one.part === part && one.withId === withId)) return '';
		await startShare(tx, may, {
			...{ id: newId<PartShareId>(), planId: plan.id, part, withId },
			startedAt: ctx.now()
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'toekomstplan-share' });
		return '';
	});
}

/**
 * The youth stops: the next request of the other person finds nothing.
 * @param input without a part, everything that this person saw
 * @throws {Denied} for everyone but the youth
 */
export async function stopSharingPart(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof StopSharing> & Partial<Pick<z.output<typeof SharePart>, 'part'>>
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:unshare', input.key), async (tx) => {
		const youth = await withPlan(ctx, tx, actor, canStopSharingPart.ability);
		const may = authorize(canStopSharingPart, actor, ownFacts(youth));
		const { part, with: withId } = input;
		await endShares(tx, may, {
			...{ planId: youth.plan.id, withId, at: ctx.now() },
			...(part && { part })
		});
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'toekomstplan-share' });
		return '';
	});
}
