import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { JimId, RemoveTalkLine, TalkLineId, TalkLineInput } from '../model.ts';
import { canJoinTalk } from '../policy.ts';
import { loadJim } from './load.ts';
import { deleteLine, insertLine } from './talk.store.ts';

const self = (actor: Actor) => (actor.kind === 'person' ? actor.id : ('' as PersonId));

/**
 * One line for the first talk together, in somebody's own words.
 * @throws {Denied} for who does not come
 */
export async function addTalkLine(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	{ key, topic, words }: z.output<typeof TalkLineInput>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim-talk:add', key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const may = authorize(canJoinTalk, actor, loaded?.facts);
		const line = { id: newId<TalkLineId>(), topic, words, at: ctx.now() };
		await insertLine(tx, may, { ...line, authorId: self(actor) });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'jim-talk' });
		return '';
	});
}

/** Takes an own line away; nobody removes another's. */
export async function removeTalkLine(
	ctx: Ctx,
	actor: Actor,
	jim: JimId,
	{ key, line }: z.output<typeof RemoveTalkLine>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim-talk:remove', key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const may = authorize(canJoinTalk, actor, loaded?.facts);
		await deleteLine(tx, may, line, self(actor));
		return '';
	});
}
