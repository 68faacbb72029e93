import { recordAudit } from '#lib/audit/server/commands.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import type { z } from 'zod';
import type { ShareId, ShareInput as Input } from '../model.ts';
import { canEndShare, canStartShare, type ShareFacts } from '../policy.ts';
import { consentRows, endShare, startShare } from './store.ts';

type ShareInput = z.output<typeof Input>;

/**
 * The youth lets one person of the family see the youth's part of the plan, from this moment.
 * @throws {Denied} for anyone but the youth, under 16, and for someone who does not take part
 */
export async function startSharing(ctx: Ctx, actor: Actor, input: ShareInput): Promise<void> {
	await change(ctx, actor, input, async (tx, facts) => {
		const may = authorize(canStartShare, actor, facts);
		const at = ctx.now();
		await startShare(tx, may, {
			id: newId<ShareId>(),
			familyId: input.family,
			withId: input.with,
			why: input.why,
			at
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'share', familyId: input.family });
	});
}

/**
 * The youth stops sharing: the next request of the other person finds nothing.
 * @throws {Denied} for anyone but the youth
 */
export async function stopSharing(ctx: Ctx, actor: Actor, input: ShareInput): Promise<void> {
	await change(ctx, actor, input, async (tx, facts) => {
		const may = authorize(canEndShare, actor, facts);
		await endShare(tx, may, { familyId: input.family, withId: input.with, at: ctx.now() });
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'share', familyId: input.family });
	});
}

/** Facts, act and access log in one transaction, so that nothing changes in between. */
async function change(
	ctx: Ctx,
	actor: Actor,
	input: ShareInput,
	work: (tx: Tx, facts: ShareFacts | null) => Promise<void>
): Promise<void> {
	const person = actor.kind === 'person' ? actor.id : null;
	await once(ctx, `share:${person}:${input.key}`, async (tx) => {
		const family = await loadFamily(tx, input.family, dayInNetherlands(ctx.now()));
		const consent = await consentRows(tx, input.family);
		await work(
			tx,
			family && person ? { id: person, withId: input.with, family: family.facts, consent } : null
		);
		return '';
	});
}
