import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { GoalId } from '#lib/plan/model.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { jim, jimView } from '#lib/server/db/schema/jim.ts';
import type { JimId, JimViewId } from '../model.ts';

/** What a JIM wrote beside goals, oldest first. */
export const viewsOf = (read: Reader, id: JimId) =>
	read.select().from(jimView).where(eq(jimView.relationId, id)).orderBy(asc(jimView.at));

export async function viewRow(read: Reader, id: JimViewId) {
	const [row] = await read.select().from(jimView).where(eq(jimView.id, id));
	return row;
}

export const insertView = (
	tx: Tx,
	may: Permit<'jim-view.give', JimId>,
	row: { id: JimViewId; goalId: GoalId; words: string; at: Date }
) => tx.insert(jimView).values({ ...row, relationId: may.id });

/** The youth puts it beside the goal, or takes it from there. */
export const saveShown = (
	tx: Tx,
	_may: Permit<'jim.share', JimId>,
	id: JimViewId,
	at: Date | null
) => tx.update(jimView).set({ shownAt: at }).where(eq(jimView.id, id));

/** What stands beside a goal, of whoever is the JIM of the youth now. */
export const shownBeside = (read: Reader, goalId: GoalId) =>
	read
		.select({ id: jimView.id, words: jimView.words, at: jimView.at, youthId: jim.youthId })
		.from(jimView)
		.innerJoin(jim, eq(jim.id, jimView.relationId))
		.where(and(eq(jimView.goalId, goalId), isNotNull(jimView.shownAt), eq(jim.state, 'actief')))
		.orderBy(asc(jimView.at));
