import { eq } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { goalScore } from '#lib/server/db/schema/plan.ts';
import type { GoalId } from '../model.ts';

export type ScoreRow = typeof goalScore.$inferSelect;

export const insertScore = (
	tx: Tx,
	_may: Permit<'goal.score'>,
	row: typeof goalScore.$inferInsert
) => tx.insert(goalScore).values(row);

/** Every answer to the scaling question of a goal, oldest first. */
export const scoreRows = (read: Reader, goal: GoalId): Promise<ScoreRow[]> =>
	read.select().from(goalScore).where(eq(goalScore.goalId, goal)).orderBy(goalScore.at);
