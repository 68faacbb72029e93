import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import type { JimId, ShareInput, ShowViewInput, TellInput, WordsInput } from '../model.ts';
import { canShareWithJim } from '../policy.ts';
import { keyOfPair, loadJim, sealWords, type LoadedJim } from './load.ts';
import { JIM_MAIL } from './mail.ts';
import { endShare, insertShare, saveTold, saveWords } from './store.ts';
import { saveShown, viewRow } from './views.store.ts';

type MayShare = Permit<'jim.share', JimId>;

/** Facts, rule and act in one transaction, once for each form. */
const act = (
	ctx: Ctx,
	actor: Actor,
	what: string,
	{ key, jim }: { key: string; jim: JimId },
	work: (tx: Tx, may: MayShare, loaded: LoadedJim) => Promise<void>
) =>
	once(ctx, receipt(actor, `jim:${what}`, key), async (tx) => {
		const loaded = await loadJim(ctx, tx, jim);
		const may = authorize(canShareWithJim, actor, loaded?.facts);
		if (loaded) await work(tx, may, loaded);
		return '';
	});

/**
 * The youth lets the JIM see one part, or stops: the next request of the JIM obeys.
 * @throws {Denied} for anyone but the youth, and without a JIM
 */
export async function shareWithJim(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof ShareInput>
): Promise<void> {
	await act(ctx, actor, 'share', input, async (tx, may, { facts, row }) => {
		const { part, share } = input;
		const isShared = facts.parts.includes(part);
		if (share === 'nee') await endShare(tx, may, part, ctx.now());
		if (share === 'ja' && !isShared) {
			await insertShare(tx, may, { id: newId(), part, startedAt: ctx.now() });
			await enqueue(ctx, tx, { kind: JIM_MAIL, about: row.id });
		}
		const action = share === 'ja' ? 'create' : 'delete';
		await recordAudit(ctx, tx, may, { action, thing: 'jim-share' });
	});
}

/** What the youth wants the JIM to know; empty takes it away, also from the database's log. */
export async function writeForJim(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof WordsInput>
): Promise<void> {
	await act(ctx, actor, 'words', input, async (tx, may, { row }) => {
		const key = keyOfPair(ctx, row);
		await saveWords(tx, may, key && input.words ? sealWords(key, row.id, input.words) : null);
	});
	await ctx.db.wipe();
}

/** The youth says who may know who the JIM is: the parents, the regisseur. */
export async function tellAboutJim(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof TellInput>
): Promise<void> {
	await act(ctx, actor, 'tell', input, async (tx, may) => {
		const { parents, regisseur } = input;
		await saveTold(tx, may, { parentsKnow: !!parents, regisseurKnows: !!regisseur });
	});
}

/**
 * The youth puts what the JIM wrote beside the goal, where everybody who sees the goal reads it, or
 * takes it away from there.
 */
export async function showView(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof ShowViewInput>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim:show', input.key), async (tx) => {
		const view = await viewRow(tx, input.view);
		const loaded = view ? await loadJim(ctx, tx, view.relationId) : null;
		const may = authorize(canShareWithJim, actor, loaded?.facts);
		if (view) await saveShown(tx, may, view.id, view.shownAt ? null : ctx.now());
		return '';
	});
}
