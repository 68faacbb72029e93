import { and, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import { goal, goalScore, plan } from '#lib/server/db/schema/plan.ts';
import type { Quarter } from '../model.ts';

export type TrajectoryRow = typeof trajectory.$inferSelect;

/** Trajectories whose end counts in this quarter. */
export const endedIn = (read: Reader, quarter: Quarter): Promise<TrajectoryRow[]> =>
	read
		.select()
		.from(trajectory)
		.where(and(eq(trajectory.countsIn, quarter), isNotNull(trajectory.reason)));

/** Trajectories that ended on a day from `first` on, and before `after`. */
export const endedBetween = (read: Reader, first: Day, after: Day): Promise<TrajectoryRow[]> =>
	read
		.select()
		.from(trajectory)
		.where(
			and(gte(trajectory.until, first), lt(trajectory.until, after), isNotNull(trajectory.reason))
		);

const PART = 500;

/** What everybody said on the scale of each goal of these families, oldest first. */
export async function scoresOf(read: Reader, ids: readonly FamilyId[]) {
	const rows = [];
	for (let start = 0; start < ids.length; start += PART)
		rows.push(
			...(await read
				.select({
					familyId: plan.familyId,
					goalId: goal.id,
					children: goal.children,
					personId: goalScore.personId,
					score: goalScore.score
				})
				.from(goalScore)
				.innerJoin(goal, eq(goal.id, goalScore.goalId))
				.innerJoin(plan, eq(plan.id, goal.planId))
				.where(inArray(plan.familyId, ids.slice(start, start + PART)))
				.orderBy(goalScore.at))
		);
	return rows;
}
