import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { unwrapKey } from '#lib/server/seal.ts';
import type { CircleEntry, PauseView } from '../model.ts';
import { canKeepCircle } from '../policy.ts';
import { entriesOf } from './circle.ts';
import { familyOfYouth } from './load.ts';
import { besideRow } from './store.ts';

async function mayKeep(ctx: Ctx, actor: Actor): Promise<Permit<'circle.keep', PersonId>> {
	const family = await familyOfYouth(ctx, ctx.db.read, actor);
	const id = actor.kind === 'person' ? actor.id : ('' as PersonId);
	return authorize(canKeepCircle, actor, family && { id, family: family.facts });
}

/**
 * Everybody whom a youth placed around.
 * @throws {Denied} for anyone but a youth from 12
 */
export async function getCirclePage(ctx: Ctx, actor: Actor): Promise<readonly CircleEntry[]> {
	const may = await mayKeep(ctx, actor);
	const row = await besideRow(ctx.db.read, may.id);
	if (!row) return [];
	return entriesOf(ctx.db.read, unwrapKey(ctx.config.sealKey, may.id, row.sealedKey), may.id);
}

/** One of the questions that help to think: it knows nothing but that a youth asks. */
export async function openQuestion(ctx: Ctx, actor: Actor): Promise<void> {
	await mayKeep(ctx, actor);
}

/** The pause after the questions. @throws {Denied} as `getCirclePage` */
export async function getPausePage(ctx: Ctx, actor: Actor): Promise<PauseView> {
	const may = await mayKeep(ctx, actor);
	const row = await besideRow(ctx.db.read, may.id);
	return { wish: row?.wish ?? 'nog_niet', remindOn: row?.remindOn ?? null };
}
