import { and, asc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { toekomstTip } from '#lib/server/db/schema/toekomstplan.ts';
import type { ToekomstplanId } from '../model.ts';
import type { TipId } from '../tip.model.ts';

type TipRow = typeof toekomstTip.$inferSelect;
export type OpenTipRow = TipRow & { readonly words: string };

/** What waits for the youth, in the order in which it came. */
export async function openTips(read: Reader, plan: ToekomstplanId): Promise<OpenTipRow[]> {
	const rows = await read
		.select()
		.from(toekomstTip)
		.where(and(eq(toekomstTip.planId, plan), isNotNull(toekomstTip.words)))
		.orderBy(asc(toekomstTip.at), asc(toekomstTip.id));
	return rows.flatMap((row) => (row.words === null ? [] : [{ ...row, words: row.words }]));
}

/** How many this person gave since a moment, whatever became of them. */
export const tipsGivenBy = (read: Reader, plan: ToekomstplanId, who: PersonId, since: Date) =>
	read.$count(
		toekomstTip,
		and(eq(toekomstTip.planId, plan), eq(toekomstTip.authorId, who), gte(toekomstTip.at, since))
	);

export const insertTip = (
	tx: Tx,
	_may: Permit<'toekomstplan.give-tip'>,
	row: TipRow & { readonly words: string }
) => tx.insert(toekomstTip).values(row);

/** The youth decided: the words are gone, and nothing says what was decided. */
export const emptyTip = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	{ planId, id }: { readonly planId: ToekomstplanId; readonly id: TipId }
) =>
	tx
		.update(toekomstTip)
		.set({ words: null })
		.where(and(eq(toekomstTip.planId, planId), eq(toekomstTip.id, id)));

/** Decided tips that no longer count for who gave them. */
export const dropDecidedTips = (tx: Tx, before: Date) =>
	tx.delete(toekomstTip).where(and(isNull(toekomstTip.words), lt(toekomstTip.at, before)));
