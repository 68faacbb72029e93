import { z } from 'zod';
import { CRITERIA } from './model.ts';
import { SCALES, type ScaleName } from './scales.ts';

/** When somebody is asked. `open` is for people without help. */
export const MOMENTS = ['start', 'halfway', 'end', 'monthly', 'stopping', 'open'] as const;
export type Moment = (typeof MOMENTS)[number];

export const AUDIENCES = ['youth', 'parent', 'jim'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** More is a burden (feature F1). */
export const MOST_QUESTIONS = 6;

const ASKABLE = CRITERIA.filter((one) => one !== 'dropout' && one !== 'no-new-start');
const key = z.string().regex(/^ask\.[a-zA-Z]+$/);

/**
 * One question. Drop-out and new starts come from registration only, so no question can feed them
 * (facts 6.1).
 */
const question = z.strictObject({
	id: z.string().regex(/^[a-z]+$/),
	criterion: z.enum(ASKABLE),
	scale: z.enum(Object.keys(SCALES) as ScaleName[]),
	text: z.strictObject({ youth: key, parent: key, jim: key.optional() })
});

const questionnaire = z.strictObject({
	audiences: z.array(z.enum(AUDIENCES)).min(1),
	moment: z.enum(MOMENTS),
	asks: z.array(z.string()).min(1).max(MOST_QUESTIONS)
});

/** A version of everything that is asked. Answers name the version they were given to. */
export const questionSet = z
	.strictObject({
		version: z.number().int().min(1),
		questions: z.array(question).min(1),
		questionnaires: z.array(questionnaire).min(1)
	})
	.superRefine((set, context) => {
		const say = (message: string) => context.addIssue({ code: 'custom', message });
		const ids = set.questions.map(({ id }) => id);
		if (new Set(ids).size < ids.length) say('a question stands twice');
		const asked = set.questionnaires.flatMap(({ audiences, moment }) =>
			audiences.map((audience) => `${audience} ${moment}`)
		);
		if (new Set(asked).size < asked.length) say('two questionnaires for one audience and moment');
		for (const { audiences, moment, asks } of set.questionnaires) {
			if (new Set(asks).size < asks.length) say(`${moment}: asks a question twice`);
			for (const id of asks) {
				const found = set.questions.find((one) => one.id === id);
				if (!found) say(`${moment}: no question ${id}`);
				for (const audience of audiences)
					if (found && !found.text[audience]) say(`${moment}: no words of ${id} for ${audience}`);
			}
		}
	});
export type QuestionSet = z.output<typeof questionSet>;

/** A question as one reader meets it. */
export type Question = {
	readonly id: string;
	readonly criterion: (typeof ASKABLE)[number];
	readonly scale: ScaleName;
	readonly text: string;
};
