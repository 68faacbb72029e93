import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { JimId, ParentInput } from '../model.ts';
import { canSayAsParent, needsParents } from '../policy.ts';
import { loadJim } from './load.ts';
import { saveParentView } from './store.ts';

/**
 * A parent says what they think of the JIM. It stops nothing; of a youth under 16 the answer about
 * reading opens or closes what is shared of the plan (facts 5.1).
 * @throws {Denied} for who is not a parent with gezag, or may not know of a JIM
 */
export async function sayAsParent(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	input: z.output<typeof ParentInput>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim:parent', input.key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const may = authorize(canSayAsParent, actor, loaded?.facts);
		const parentId = actor.kind === 'person' ? actor.id : ('' as PersonId);
		const { says, words, mayRead } = input;
		if (loaded && needsParents(loaded.facts) && !mayRead)
			throw new Refused({ mayRead: 'besideParent.mayReadEmpty' });
		await saveParentView(tx, may, {
			...{ parentId, says, words: words || null },
			...{ mayRead: mayRead === 'ja', at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'jim-parent-view' });
		return '';
	});
}
