import type { PersonId } from '#lib/kernel/id.ts';
import { REACHED_FROM } from './trajectory.rules.ts';

type Scored = {
	readonly goalId: string;
	readonly children: readonly PersonId[];
	readonly personId: PersonId;
	readonly score: number;
};

/**
 * Of each goal about this child, whether it was reached: 1 or 0, by the mean of what everybody last said
 * on its scale. A goal that nobody scored says nothing.
 * @param scores oldest first
 */
export function goalsReached(scores: readonly Scored[], child: PersonId): number[] {
	const goals = Map.groupBy(
		scores.filter(({ children }) => children.includes(child)),
		({ goalId }) => goalId
	);
	return [...goals.values()].map((answers) => {
		const last = [...new Map(answers.map((one) => [one.personId, one.score])).values()];
		const mean = last.reduce((sum, score) => sum + score, 0) / last.length;
		return mean >= REACHED_FROM ? 1 : 0;
	});
}
