import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { AskProgress } from '../model.ts';
import { canAskProgress } from '../policy.ts';
import { JIM_MAIL } from './mail.ts';
import { insertAsk, lastAsked } from './progress.store.ts';
import { jimsOfYouth } from './store.ts';

/**
 * The regisseur asks a youth, and the JIM if there is one, how it goes: once a day at most. Whether
 * there is a JIM, the answer does not tell.
 * @throws {Denied} for anyone but the regisseur, and about who is not a youth of this family
 */
export async function askProgress(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	{ key, youth }: z.output<typeof AskProgress>
): Promise<void> {
	await once(ctx, receipt(actor, 'progress:ask', key), async (tx) => {
		const askedOn = dayInNetherlands(ctx.now());
		const family = await loadFamily(tx, familyId, askedOn);
		const may = authorize(canAskProgress, actor, family && { id: youth, family: family.facts });
		if ((await lastAsked(tx, youth)) === askedOn) return '';
		const byId = actor.kind === 'person' ? actor.id : ('' as PersonId);
		await insertAsk(tx, may, { id: newId(), familyId, byId, askedOn });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'progress', familyId });
		for (const row of await jimsOfYouth(tx, youth))
			if (row.state === 'actief') await enqueue(ctx, tx, { kind: JIM_MAIL, about: row.id });
		return '';
	});
}
