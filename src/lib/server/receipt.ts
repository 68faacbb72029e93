import { eq, lt } from 'drizzle-orm';
import type { Actor } from '#lib/kernel/actor.ts';
import type { Ctx } from './ctx.ts';
import type { Tx } from './db/index.ts';
import { formReceipt } from './db/schema/platform.ts';

/**
 * Runs `work` in one write transaction and keeps its answer under the form's key. The same key again,
 * from a double tap or a retry on a bad line, gets the same answer and changes nothing.
 * @param key made with the form; bound to the person by the caller, so that keys of two people never meet
 * @returns the answer, a short text such as an address or an id
 */
export function once(ctx: Ctx, key: string, work: (tx: Tx) => Promise<string>): Promise<string> {
	return ctx.db.write(async (tx) => {
		const [earlier] = await tx.select().from(formReceipt).where(eq(formReceipt.key, key));
		if (earlier) return earlier.answer;
		const answer = await work(tx);
		await tx.insert(formReceipt).values({ key, answer, at: ctx.now() });
		return answer;
	});
}

/**
 * The key for {@link once}: a form's own key, bound to the act and to who does it.
 * @param act the noun and the verb, such as `plan:move`
 */
export const receipt = (actor: Actor, act: string, key: string): string =>
	`${act}:${actor.kind === 'person' ? actor.id : actor.kind}:${key}`;

const KEEP_HOURS = 24;

/** A form is gone with its session, long before this; what stays would tell who did what. */
export const forgetReceipts = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => {
		const before = new Date(ctx.now().getTime() - KEEP_HOURS * 60 * 60_000);
		await tx.delete(formReceipt).where(lt(formReceipt.at, before));
	});
