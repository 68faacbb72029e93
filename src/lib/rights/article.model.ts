import { z } from 'zod';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import type { Id } from '#lib/kernel/id.ts';
import { HELP_LINE_IDS } from './help-lines.ts';
import { KADER_KINDS } from './kader.model.ts';
import { lawRef, type DocumentCode, type LawRef } from './law.ts';

/** To whom an article speaks: a parent (u) or a youth (je). */
export const AUDIENCES = ['ouder', 'jongere'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The parts of an article, in the order in which they stand. "Who helps" follows by itself. */
export const PARTS = ['means', 'no', 'terms', 'now'] as const;
export type PartKey = (typeof PARTS)[number];

/** Where the rule differs by age, and the three lists of help under pressure (feature R2). */
export const SUB_PARTS = ['under12', 'from12', 'from16', 'asked', 'notRequired', 'ifNo'] as const;
export type SubPartKey = (typeof SUB_PARTS)[number];

/** Running text, and what is inside it. Plain text is a string: articles travel as data. */
export type Inline =
	| string
	| { readonly kind: 'strong'; readonly inside: readonly Inline[] }
	| { readonly kind: 'article'; readonly slug: string; readonly inside: readonly Inline[] }
	| { readonly kind: 'page'; readonly path: string; readonly inside: readonly Inline[] }
	/** A hard word that opens its explanation in place; `word` is the word as the list has it. */
	| { readonly kind: 'word'; readonly word: string; readonly text: string; readonly means: string }
	| { readonly kind: 'law'; readonly ref: LawRef }
	| { readonly kind: 'document'; readonly code: DocumentCode; readonly line: string };

export type Block =
	| { readonly kind: 'paragraph'; readonly inside: readonly Inline[] }
	| {
			readonly kind: 'list';
			readonly ordered: boolean;
			readonly items: readonly (readonly Inline[])[];
	  };

export type SubPart = { readonly key: SubPartKey; readonly blocks: readonly Block[] };
export type Part = {
	readonly key: PartKey;
	readonly blocks: readonly Block[];
	readonly subs: readonly SubPart[];
};

const dayField = z
	.string()
	.refine(isDay, 'not a day')
	.transform((text) => text as Day);
const lawField = z.string().transform((text, context) => {
	const ref = lawRef(text);
	if (!ref) context.addIssue({ code: 'custom', message: `unknown law: ${text}` });
	return ref ?? z.NEVER;
});

/** What stands above an article: see docs/articles.md for each field. */
export const ArticleHead = z.strictObject({
	title: z.string().min(3).max(70),
	term: z.string().min(2).optional(),
	summary: z.string().min(10).max(240),
	audience: z.enum(AUDIENCES),
	kaders: z.array(z.enum(KADER_KINDS)),
	law: z.array(lawField).min(1),
	sources: z.array(z.string().regex(/^(facts \d+(\.\d+)*|S00[0-4]:[\d,-]+)$/)).min(1),
	confidence: z.enum(['high', 'medium']),
	checkedOn: dayField,
	checkedBy: z.enum(['redactie', 'jurist']),
	reviewBy: dayField,
	region: z.string().min(2),
	helps: z.array(z.enum(HELP_LINE_IDS)).min(1),
	source: z
		.string()
		.regex(/^[0-9a-f]{12}$/)
		.optional(),
	translation: z.enum(['machine', 'person']).optional()
});

export type ArticleSlug = Id<'Article'>;

export type Article = z.output<typeof ArticleHead> & {
	readonly slug: ArticleSlug;
	readonly locale: string;
	/** Whether the Dutch file changed since this translation was made. */
	readonly stale: boolean;
	readonly parts: readonly Part[];
};
