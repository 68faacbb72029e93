import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { ScoreLineView } from '../page.model.ts';
import { dailyAnswers } from '../score.rules.ts';
import type { ScoreRow } from './score.store.ts';
import type { Viewer } from './viewer.ts';

/** One line for each person whom this viewer may know of here. */
export function scoreLines(viewer: Viewer, rows: readonly ScoreRow[]): ScoreLineView[] {
	const answers = rows.map((row) => ({ ...row, on: dayInNetherlands(row.at) }));
	return [...dailyAnswers(answers)].flatMap(([id, mine]) => {
		const person = viewer.named(id);
		return person
			? [{ person, answers: mine.map(({ on, score, words }) => ({ on, score, words })) }]
			: [];
	});
}
