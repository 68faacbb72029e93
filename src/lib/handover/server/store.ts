import { and, desc, eq } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { handover, handoverAnswer, handoverText } from '#lib/server/db/schema/handover.ts';
import type { HandoverId } from '../model.ts';

export type HandoverRow = typeof handover.$inferSelect;
export type TextRow = typeof handoverText.$inferSelect;
export type AnswerRow = typeof handoverAnswer.$inferSelect;

export const insertHandover = (tx: Tx, _may: Permit<'plan.write'>, row: HandoverRow) =>
	tx.insert(handover).values(row);

export const insertText = (tx: Tx, _may: Permit<'plan.write'>, row: TextRow) =>
	tx.insert(handoverText).values(row);

export const insertAnswer = (
	tx: Tx,
	may: Permit<'handover.answer', string>,
	row: Omit<AnswerRow, 'handoverId'>
) => tx.insert(handoverAnswer).values({ ...row, handoverId: may.id as HandoverId });

/** A handover of this family with its texts and answers, newest text first. */
export async function handoverRow(read: Reader, family: FamilyId, id: HandoverId) {
	const [row] = await read
		.select()
		.from(handover)
		.where(and(eq(handover.id, id), eq(handover.familyId, family)));
	if (!row) return null;
	return { ...row, ...(await wordsOf(read, id)) };
}

/** All handovers of a family, newest first. */
export async function handoverRows(read: Reader, family: FamilyId) {
	const rows = await read
		.select()
		.from(handover)
		.where(eq(handover.familyId, family))
		.orderBy(desc(handover.createdAt));
	return Promise.all(rows.map(async (row) => ({ ...row, ...(await wordsOf(read, row.id)) })));
}

export type WholeHandover = NonNullable<Awaited<ReturnType<typeof handoverRow>>>;

async function wordsOf(read: Reader, id: HandoverId) {
	const texts = await read
		.select()
		.from(handoverText)
		.where(eq(handoverText.handoverId, id))
		.orderBy(desc(handoverText.revision));
	const answers = await read
		.select()
		.from(handoverAnswer)
		.where(eq(handoverAnswer.handoverId, id))
		.orderBy(handoverAnswer.at);
	return { texts, answers };
}
