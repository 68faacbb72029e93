import { z } from 'zod';
import { isDay, type Day } from '#lib/kernel/calendar.ts';

/** The number of a word: the same in every language, never used again, and the only thing in an address. */
export type WordNumber = number;

const dayField = z
	.string()
	.refine(isDay, 'not a day')
	.transform((text) => text as Day);
const number = z
	.string()
	.regex(/^[1-9]\d{0,3}$/)
	.transform(Number);

/** One thing beside another: a word of the list, or a name with words of its own. */
const Side = z.union([
	z.strictObject({ word: number }),
	z.strictObject({ name: z.string().min(2), means: z.string().min(5) })
]);

/** The file of one language: see docs/articles.md. */
export const WordFile = z.strictObject({
	checkedOn: dayField,
	checkedBy: z.enum(['redactie', 'jurist']),
	reviewBy: dayField,
	source: z
		.string()
		.regex(/^[0-9a-f]{12}$/)
		.optional(),
	translation: z.enum(['machine', 'person']).optional(),
	words: z
		.array(
			z.strictObject({
				nr: number,
				term: z.string().min(2).max(60),
				means: z.string().min(10).max(160),
				forms: z.array(z.string().min(2))
			})
		)
		.min(1),
	pairs: z.array(
		z.strictObject({ sides: z.array(Side).min(2), difference: z.string().min(10).max(200) })
	),
	said: z.array(
		z.strictObject({
			say: z.array(z.string().min(2)).min(1),
			words: z.array(number),
			topics: z.array(z.string().min(2))
		})
	)
});

export type Word = {
	readonly nr: WordNumber;
	readonly term: string;
	/** The Dutch word, as letters have it; null when that is the term itself. */
	readonly dutch: string | null;
	readonly means: string;
	/** How it is written in running text, one by one. */
	readonly forms: readonly string[];
};

/** Words that people take for each other, side by side. */
export type Pair = {
	readonly sides: readonly {
		readonly nr: WordNumber | null;
		readonly name: string;
		readonly means: string;
	}[];
	readonly difference: string;
};

/** What people say when they look for these words and articles. */
export type Said = z.output<typeof WordFile>['said'][number];

/** The list of one language, read and checked. */
export type WordList = Omit<z.output<typeof WordFile>, 'words' | 'pairs'> & {
	readonly locale: string;
	/** Whether the Dutch list changed since this translation was made. */
	readonly stale: boolean;
	readonly words: readonly Word[];
	readonly pairs: readonly Pair[];
};
