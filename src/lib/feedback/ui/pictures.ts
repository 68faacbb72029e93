import type { Audience, Moment } from '#lib/feedback/questionnaire.model.ts';
import { questionsFor } from '#lib/feedback/questionnaires.ts';

/** Where answering with pictures begins. */
export const firstQuestion = (audience: Audience, moment: Moment): string =>
	questionsFor(audience, moment)[0]?.id ?? '';
