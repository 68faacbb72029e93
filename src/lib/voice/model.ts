import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { GoalId, SituationId } from '#lib/plan/model.ts';

export type AgreementId = Id<'Agreement'>;
export type StatementId = Id<'Statement'>;
export type StatementAnswerId = Id<'StatementAnswer'>;

/** What somebody can put own words beside (feature P8). */
export const SUBJECT_KINDS = ['plan', 'situation', 'goal', 'step'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** One thing of the plan that somebody has a view on. */
export type Subject = { readonly kind: SubjectKind; readonly id: string };

/** On these each person records agreement (feature P7). */
export const AGREED_ON: readonly SubjectKind[] = ['plan', 'goal'];

/** `geen_antwoord`: the person could not say anything about it, which is an answer too. */
export const ANSWERS = ['eens', 'oneens', 'geen_antwoord'] as const;
export type Answer = (typeof ANSWERS)[number];

/** The longest text in characters; a page of print has about 3000. */
export const MOST_CHARACTERS = 20_000;

/**
 * Words as they were typed. A browser sends each line break as two signs; here it is one again.
 * Nothing else changes: no spaces are taken away, also not at the edges.
 */
const asTyped = z
	.string({ error: 'voice.wordsEmpty' })
	.transform((text) => text.replaceAll('\r\n', '\n'))
	.refine((text) => text.length <= MOST_CHARACTERS, { error: 'voice.wordsLong' });

/** Words that must be there. */
export const words = asTyped.refine((text) => text.trim() !== '', { error: 'voice.wordsEmpty' });

/** Words that may be left out; null then. */
export const optionalWords = asTyped.transform((text) => (text.trim() === '' ? null : text));

const SUBJECT = new RegExp(`^(${SUBJECT_KINDS.join('|')}):([A-Za-z0-9_-]{1,64})$`);

/** A subject as forms send it: `goal:ID`. */
const subject = z
	.string({ error: 'fout.formulier' })
	.regex(SUBJECT, { error: 'fout.formulier' })
	.transform((text) => {
		const [kind = '', id = ''] = text.split(':');
		return { kind, id } as Subject;
	});

/** The text by which forms and fields name a subject. */
export const subjectKey = ({ kind, id }: Subject): string => `${kind}:${id}`;

const key = z.uuid({ error: 'fout.formulier' });

/** A person's answer about the plan or a goal; the reason is asked and never forced. */
export const AgreementInput = z.object({
	key,
	subject,
	answer: z.enum(ANSWERS, { error: 'voice.answerMissing' }),
	reason: optionalWords
});
export type AgreementInput = z.output<typeof AgreementInput>;

export const StatementInput = z.object({ key, subject, words });
export type StatementInput = z.output<typeof StatementInput>;

export const WithdrawInput = z.object({ key, statement: idOf<'Statement'>() });
export type WithdrawInput = z.output<typeof WithdrawInput>;

export const AnswerInput = z.object({ key, statement: idOf<'Statement'>(), words });
export type AnswerInput = z.output<typeof AnswerInput>;

/** One given answer. The reason is null when there is none, or when it is not for this viewer. */
export type GivenAnswer = {
	readonly answer: Answer;
	readonly reason: string | null;
	readonly on: Day;
};

/** What one person answers now: the newest counts, the ones before stay to be read. */
export type AnswerView = {
	readonly person: PersonView;
	/** Null for someone who can answer and has not yet. */
	readonly newest: GivenAnswer | null;
	/** The item had other words when this was answered. */
	readonly changedSince: boolean;
	readonly earlier: readonly GivenAnswer[];
};

export type StatementView = {
	readonly id: StatementId;
	readonly person: PersonView;
	readonly on: Day;
	/** Null when it was withdrawn; the person itself keeps reading it. */
	readonly words: string | null;
	readonly withdrawnOn: Day | null;
	readonly answers: readonly {
		readonly id: StatementAnswerId;
		readonly person: PersonView | null;
		readonly words: string;
		readonly on: Day;
	}[];
	readonly mayAnswer: boolean;
	readonly mayWithdraw: boolean;
};

/** Everything people say about one thing of the plan, as one person may see it. */
export type SubjectVoices = {
	readonly subject: Subject;
	/** Empty for what is not agreed on: a step, a part of the situation. */
	readonly answers: readonly AnswerView[];
	readonly mayAgree: boolean;
	readonly statements: readonly StatementView[];
	readonly mayState: boolean;
};

/** A goal with what people say about it and about its steps. */
export type GoalVoicesView = {
	readonly familyId: FamilyId;
	readonly goalId: GoalId;
	/** Null for who only sees the steps that name them. */
	readonly ownWords: string | null;
	readonly about: readonly PersonView[];
	readonly goal: SubjectVoices | null;
	readonly steps: readonly { readonly title: string; readonly voices: SubjectVoices }[];
};

/** A part of the situation with what people say about it. */
export type PartVoicesView = {
	readonly familyId: FamilyId;
	readonly ownWords: string;
	readonly about: readonly PersonView[];
	readonly voices: SubjectVoices;
};

/** A thing of the plan in the list of what one can have a view on. */
export type OpenItem = {
	readonly words: string;
	/** This person can answer here and has not, or answered when it had other words. */
	readonly waitsForYou: boolean;
	readonly statements: number;
};

/** The page about the plan as a whole. */
export type VoicePage = {
	readonly familyId: FamilyId;
	/** Null for who only sees the steps that name them. */
	readonly plan: SubjectVoices | null;
	readonly goals: readonly (OpenItem & { readonly id: GoalId })[];
	readonly parts: readonly (OpenItem & { readonly id: SituationId })[];
	/** Own words beside things that this person does not see any more. */
	readonly ownElsewhere: readonly StatementView[];
};
