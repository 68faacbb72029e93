import { z } from 'zod';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf } from '#lib/kernel/id.ts';
import { EXIT_STATES, GOAL_GROUPS, STEP_STATES } from './model.ts';

/**
 * Words that must be there.
 * @param most in characters
 * @param missing what is said when there are none; of use where a form has many of them
 */
export const words = (most: number, missing = 'fout.woordenLeeg') =>
	z
		.string({ error: missing })
		.trim()
		.min(1, { error: missing })
		.max(most, { error: 'fout.woordenLang' });

/** Words that may be left out; empty becomes null. @param most in characters */
export const maybeWords = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: 'fout.woordenLang' })
		.default('')
		.transform((text) => text || null);

/** A day from a date field; empty becomes null. */
export const maybeDay = z
	.string()
	.trim()
	.default('')
	.refine((text) => text === '' || isDay(text), { error: 'fout.dag' })
	.transform((text) => (text || null) as Day | null);

/**
 * The plan's newest version when the form was made. With it, a save is refused when somebody else
 * changed the same part since.
 */
const seen = z.coerce.number({ error: 'fout.formulier' }).int().min(0).optional();

/** A group of checkboxes: the form's reader joins the ids with commas. */
const children = z
	.string({ error: 'fout.kinderen' })
	.default('')
	.transform((text) => text.split(',').filter(Boolean))
	.pipe(z.array(idOf<'Person'>()).min(1, { error: 'fout.kinderen' }).max(20));

const owner = z
	.string({ error: 'fout.eigenaar' })
	.min(1, { error: 'fout.eigenaar' })
	.pipe(idOf<'Person'>());

/** Left out for something new. */
const existing = <Noun extends string>() => idOf<Noun>().optional();

export const GoalInput = z.object({
	key: formKey,
	seen,
	goal: existing<'Goal'>(),
	ownWords: words(2000),
	professionalWords: maybeWords(4000),
	resultWords: maybeWords(4000),
	group: z.enum(GOAL_GROUPS, { error: 'fout.keuze' }),
	children
});

export const StepInput = z.object({
	key: formKey,
	seen,
	step: existing<'Step'>(),
	goal: idOf<'Goal'>(),
	title: words(200),
	owner,
	due: maybeDay,
	state: z.enum(STEP_STATES, { error: 'fout.keuze' }).default('niet_begonnen')
});

export const SituationInput = z.object({
	key: formKey,
	seen,
	situation: existing<'Situation'>(),
	ownWords: words(4000),
	professionalWords: maybeWords(4000),
	children
});

export const EndingInput = z.object({
	key: formKey,
	seen,
	reviewOn: maybeDay,
	reviewWords: maybeWords(1000),
	endWords: maybeWords(4000),
	relapseWords: maybeWords(4000)
});

export const ExitInput = z.object({
	key: formKey,
	seen,
	exit: existing<'ExitCondition'>(),
	child: idOf<'Person'>(),
	words: words(1000),
	judge: words(200),
	state: z.enum(EXIT_STATES, { error: 'fout.keuze' }),
	stateWords: maybeWords(1000)
});

export const MoveStepInput = z.object({
	key: formKey,
	step: idOf<'Step'>(),
	state: z.enum(STEP_STATES, { error: 'fout.keuze' })
});

/** Another group for a goal, with one button. */
export const GroupInput = z.object({
	key: formKey,
	goal: idOf<'Goal'>(),
	group: z.enum(GOAL_GROUPS, { error: 'fout.keuze' })
});

export const ScoreInput = z.object({
	key: formKey,
	goal: idOf<'Goal'>(),
	/** 0 to 10; an empty field is no 0. */
	score: z
		.string({ error: 'fout.cijfer' })
		.regex(/^(\d|10)$/, { error: 'fout.cijfer' })
		.transform(Number),
	words: maybeWords(1000)
});

export const AgreeInput = z.object({ key: formKey });

/** What a form says about one part of the plan, whoever sends it: saved at once, or proposed. */
export type EditInput =
	| { readonly kind: 'goal'; readonly input: z.output<typeof GoalInput> }
	| { readonly kind: 'step'; readonly input: z.output<typeof StepInput> }
	| { readonly kind: 'situation'; readonly input: z.output<typeof SituationInput> }
	| { readonly kind: 'ending'; readonly input: z.output<typeof EndingInput> }
	| { readonly kind: 'exit'; readonly input: z.output<typeof ExitInput> };
