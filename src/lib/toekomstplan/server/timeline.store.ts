import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { toekomstAnswer, toekomstMark, toekomstplan } from '#lib/server/db/schema/toekomstplan.ts';
import type { RemindBy, TimelineMarkId, ToekomstplanId } from '../model.ts';
import type { Question } from '../timeline.ts';

export type MarkRow = typeof toekomstMark.$inferSelect;

export const answerRows = (read: Reader, plan: ToekomstplanId) =>
	read.select().from(toekomstAnswer).where(eq(toekomstAnswer.planId, plan));

export const markRows = (read: Reader, plan: ToekomstplanId): Promise<MarkRow[]> =>
	read.select().from(toekomstMark).where(eq(toekomstMark.planId, plan));

/** Every answer anew: what is not answered is taken away. */
export async function writeAnswers(
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	plan: ToekomstplanId,
	answers: readonly { readonly question: Question; readonly says: 'ja' | 'nee' }[]
): Promise<void> {
	await tx.delete(toekomstAnswer).where(eq(toekomstAnswer.planId, plan));
	if (answers.length > 0)
		await tx.insert(toekomstAnswer).values(answers.map((one) => ({ ...one, planId: plan })));
}

export const writeMark = (tx: Tx, _may: Permit<'toekomstplan.write'>, row: MarkRow) =>
	tx
		.insert(toekomstMark)
		.values(row)
		.onConflictDoUpdate({
			target: [toekomstMark.planId, toekomstMark.item],
			set: { state: row.state, remindOn: row.remindOn, mailedAt: row.mailedAt }
		});

export const writeRemindBy = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	plan: ToekomstplanId,
	remindBy: RemindBy
) => tx.update(toekomstplan).set({ remindBy }).where(eq(toekomstplan.id, plan));

const REMINDER = {
	id: toekomstMark.id,
	state: toekomstMark.state,
	remindOn: toekomstMark.remindOn,
	personId: toekomstplan.personId,
	remindBy: toekomstplan.remindBy
};

/** Reminders for which a mail has to go out. */
export const remindersDue = (read: Reader, today: Day) =>
	read
		.select(REMINDER)
		.from(toekomstMark)
		.innerJoin(toekomstplan, eq(toekomstplan.id, toekomstMark.planId))
		.where(
			and(
				eq(toekomstplan.remindBy, 'mail'),
				isNotNull(toekomstMark.remindOn),
				lte(toekomstMark.remindOn, today),
				isNull(toekomstMark.mailedAt),
				isNull(toekomstMark.state)
			)
		);

export async function reminderRow(read: Reader, id: TimelineMarkId) {
	const [row] = await read
		.select(REMINDER)
		.from(toekomstMark)
		.innerJoin(toekomstplan, eq(toekomstplan.id, toekomstMark.planId))
		.where(eq(toekomstMark.id, id));
	return row;
}

export const markMailed = (tx: Tx, id: TimelineMarkId, at: Date) =>
	tx.update(toekomstMark).set({ mailedAt: at }).where(eq(toekomstMark.id, id));
