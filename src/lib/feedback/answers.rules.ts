import type { Criterion } from './model.ts';
import type { Audience, Moment } from './questionnaire.model.ts';
import { QUESTIONS, questionsFor } from './questionnaires.ts';
import { SCALES } from './scales.ts';

/** An answer as it is counted. */
export type Given = {
	readonly question: string;
	readonly criterion: Criterion;
	readonly version: number;
	readonly value: number;
};

/**
 * The answers among what was sent: of questions that are asked here, within their scale. What was
 * skipped is no answer, and what is not asked is not kept.
 */
export function answersIn(
	audience: Audience,
	moment: Moment,
	sent: Readonly<Record<string, number | null | undefined>>
): Given[] {
	return questionsFor(audience, moment).flatMap(({ id, criterion, scale }) => {
		const value = sent[id] ?? 0;
		const fits = Number.isInteger(value) && value >= 1 && value <= SCALES[scale].steps;
		return fits ? [{ question: id, criterion, version: QUESTIONS.version, value }] : [];
	});
}
