import type { Audience, Moment, Question } from './questionnaire.model.ts';
import { questionSet } from './questionnaire.model.ts';

/**
 * What is asked, of whom and when. The words are our own: those of the national client survey and of the
 * SRS and ORS are not copied (facts 6.3, 6.4). Checked when the portal is built and starts.
 */
export const QUESTIONS = questionSet.parse({
	version: 2,
	questions: [
		{
			id: 'use',
			criterion: 'use',
			scale: 'grade',
			text: { youth: 'ask.useYouth', parent: 'ask.useParent', jim: 'ask.useJim' }
		},
		{
			id: 'beginning',
			criterion: 'use',
			scale: 'grade',
			text: { youth: 'ask.beginningYouth', parent: 'ask.beginningParent' }
		},
		{
			id: 'goals',
			criterion: 'goals',
			scale: 'part',
			text: { youth: 'ask.goalsYouth', parent: 'ask.goalsParent', jim: 'ask.goalsJim' }
		},
		{
			id: 'independent',
			criterion: 'independent',
			scale: 'sure',
			text: {
				youth: 'ask.independentYouth',
				parent: 'ask.independentParent',
				jim: 'ask.independentJim'
			}
		},
		{
			id: 'someone',
			criterion: 'independent',
			scale: 'sure',
			text: { youth: 'ask.someoneYouth', parent: 'ask.someoneParent', jim: 'ask.someoneJim' }
		},
		{
			id: 'without',
			criterion: 'independent',
			scale: 'sure',
			text: { youth: 'ask.withoutYouth', parent: 'ask.withoutParent' }
		}
	],
	questionnaires: [
		{ audiences: ['youth', 'parent'], moment: 'start', asks: ['beginning', 'independent'] },
		{
			audiences: ['youth', 'parent'],
			moment: 'halfway',
			asks: ['use', 'goals', 'independent']
		},
		{
			audiences: ['youth', 'parent'],
			moment: 'end',
			asks: ['use', 'goals', 'independent', 'someone']
		},
		{ audiences: ['youth', 'parent'], moment: 'monthly', asks: ['use', 'independent'] },
		{
			audiences: ['youth', 'parent'],
			moment: 'stopping',
			asks: ['use', 'goals', 'independent']
		},
		{ audiences: ['youth', 'parent'], moment: 'open', asks: ['without', 'someone'] },
		// A JIM says how it looks from beside the youth, and is not asked how it began or why it stops.
		{ audiences: ['jim'], moment: 'halfway', asks: ['use', 'goals', 'independent'] },
		{ audiences: ['jim'], moment: 'end', asks: ['use', 'goals', 'independent', 'someone'] },
		{ audiences: ['jim'], moment: 'monthly', asks: ['use', 'independent'] }
	]
});

/** The questions for this reader at this moment; none when nothing is asked. */
export function questionsFor(audience: Audience, moment: Moment): readonly Question[] {
	const found = QUESTIONS.questionnaires.find(
		(one) => one.moment === moment && one.audiences.includes(audience)
	);
	return (found?.asks ?? []).flatMap((id) => {
		const question = QUESTIONS.questions.find((one) => one.id === id);
		const text = question?.text[audience];
		return question && text
			? [{ id, criterion: question.criterion, scale: question.scale, text }]
			: [];
	});
}

/** The question after this one; null after the last. */
export function questionAfter(audience: Audience, moment: Moment, id: string): string | null {
	const questions = questionsFor(audience, moment);
	return questions[questions.findIndex((one) => one.id === id) + 1]?.id ?? null;
}
