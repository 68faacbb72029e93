import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';
import { dayField, family, key, line, words } from './fields.ts';

export type QuestionId = Id<'Question'>;
export type MessageId = Id<'QuestionMessage'>;

/** A question, or "I want a meeting". */
export type QuestionKind = 'vraag' | 'overleg';

/** Who is to write next. */
export type Turn = 'regisseur' | 'asker';

const question = idOf<'Question'>();

export const AskQuestion = z.object({ key, family, question: words('question.noWords') });
export const Reply = z.object({ key, family, question, reply: words('question.noWords') });
export const MoveDate = z.object({
	key,
	family,
	question,
	to: dayField('question.noDay'),
	reason: line('question.noReason')
});
export const CloseQuestion = z.object({ key, family, question });

/** When an answer is expected: both see both days. */
export type Expectation = {
	readonly on: Day;
	/** The day that was said first, when the regisseur moved it, and why. */
	readonly moved: { readonly from: Day; readonly words: string } | null;
	/** The day has passed and there is no answer. */
	readonly late: boolean;
};

export type QuestionLine = {
	readonly id: QuestionId;
	readonly kind: QuestionKind;
	readonly askedOn: Day;
	/** Who asked: for the regisseur; the asker knows. */
	readonly asker: PersonView | null;
	readonly words: string;
	readonly state: 'waiting' | 'answered' | 'closed';
	readonly expected: Expectation;
};

export type QuestionsView = {
	readonly familyId: FamilyId;
	readonly open: readonly QuestionLine[];
	readonly closed: readonly QuestionLine[];
	readonly mayAsk: boolean;
	/** False when nobody is there to answer. */
	readonly hasRegisseur: boolean;
};

export type QuestionView = QuestionLine & {
	readonly familyId: FamilyId;
	readonly messages: readonly {
		readonly id: MessageId;
		readonly author: PersonView | null;
		readonly ofAsker: boolean;
		readonly on: Day;
		readonly words: string;
	}[];
	readonly may: { readonly reply: boolean; readonly move: boolean; readonly close: boolean };
};
