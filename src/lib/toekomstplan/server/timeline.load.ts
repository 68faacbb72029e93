import type { Reader } from '#lib/server/db/index.ts';
import type { Answers } from '../timeline.ts';
import { timelineFor, type PlacedItem } from '../timeline.rules.ts';
import type { Planned } from './act.ts';
import { answerRows, markRows } from './timeline.store.ts';

/** The timeline of a youth today, with what the youth said about it. */
export async function loadTimeline(
	read: Reader,
	{ plan, child, today }: Planned
): Promise<{ items: PlacedItem[]; answers: Answers }> {
	const rows = await answerRows(read, plan.id);
	const answers: Answers = Object.fromEntries(rows.map(({ question, says }) => [question, says]));
	const marks = await markRows(read, plan.id);
	return { answers, items: timelineFor({ birthDate: child.birthDate, today, answers, marks }) };
}
