import { eq, inArray, lte } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { guestPlan, guestWords } from '#lib/server/db/schema/guest.ts';
import type { GuestPlanId } from '../guest.model.ts';

export type GuestRow = typeof guestPlan.$inferSelect;
export type GuestWordsRow = typeof guestWords.$inferSelect;
type MayUse = Permit<'guest-plan.use'>;

export const guestByToken = (read: Reader, tokenHash: string): Promise<GuestRow | undefined> =>
	read.select().from(guestPlan).where(eq(guestPlan.tokenHash, tokenHash)).get();

export const guestWordRows = (read: Reader, id: GuestPlanId): Promise<GuestWordsRow[]> =>
	read.select().from(guestWords).where(eq(guestWords.planId, id));

export const insertGuest = (tx: Tx, _may: MayUse, row: GuestRow) =>
	tx.insert(guestPlan).values(row);

/** A repeated form gets the same plan under a new secret; the earlier one dies with it. */
export const replaceGuestToken = (tx: Tx, id: GuestPlanId, tokenHash: string) =>
	tx
		.update(guestPlan)
		.set({ tokenHash })
		.where(eq(guestPlan.id, id))
		.returning({ id: guestPlan.id });

export const writeGuestWords = (tx: Tx, _may: MayUse, row: GuestWordsRow) =>
	tx
		.insert(guestWords)
		.values(row)
		.onConflictDoUpdate({
			target: [guestWords.planId, guestWords.domain, guestWords.field],
			set: { words: row.words, revision: row.revision }
		});

export const eraseGuestRows = async (tx: Tx, id: GuestPlanId): Promise<void> => {
	await tx.delete(guestWords).where(eq(guestWords.planId, id));
	await tx.delete(guestPlan).where(eq(guestPlan.id, id));
};

/** Everything whose time is over. */
export const eraseOldGuests = async (tx: Tx, at: Date): Promise<void> => {
	const over = tx.select({ id: guestPlan.id }).from(guestPlan).where(lte(guestPlan.until, at));
	await tx.delete(guestWords).where(inArray(guestWords.planId, over));
	await tx.delete(guestPlan).where(lte(guestPlan.until, at));
};
