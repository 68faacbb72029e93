import { z } from 'zod';
import {
	DOMAINS,
	FIELDS,
	ideasOf,
	MOST_SIGNS,
	type Domain,
	type Field,
	type IdeaKey
} from './model.ts';

/** One question on one screen. */
export type Question = { readonly domain: Domain; readonly field: Field };

const ANSWERS = {
	nu: ['laterPick.nu1', 'laterPick.nu2', 'laterPick.nu3'],
	stap: ['laterPick.stap1', 'laterPick.stap2', 'laterPick.stap3', 'laterPick.stap4'],
	hulp: [
		'laterPick.hulp1',
		'laterPick.hulp2',
		'laterPick.hulp3',
		'laterPick.hulp4',
		'laterPick.hulp5'
	]
} as const;

export type PictureKey = (typeof ANSWERS)[keyof typeof ANSWERS][number] | IdeaKey;

/** What can be tapped: for a wish the ideas that the page with words has as well (T11: the same data). */
export const answersTo = ({ domain, field }: Question): readonly PictureKey[] =>
	field === 'wens' ? ideasOf(domain) : ANSWERS[field];

export const isField = (text: string): text is Field => FIELDS.some((one) => one === text);

/** The question after this one within its domain; null after the last. */
export const nextField = (field: Field): Field | null => FIELDS[FIELDS.indexOf(field) + 1] ?? null;

/** The question before this one; null for the first. */
export const fieldBefore = (field: Field): Field | null =>
	FIELDS[FIELDS.indexOf(field) - 1] ?? null;

const base = z.coerce.number().int().min(0).default(0);

/** One screen as it was filled in: what was tapped by number, and own words. */
export const SavePicture = z.object({
	domain: z.enum(DOMAINS, { error: 'fout.formulier' }),
	field: z.enum(FIELDS, { error: 'fout.formulier' }),
	picks: z
		.string()
		.default('')
		.transform((text) => text.split(',').map(Number)),
	own: z.string().max(MOST_SIGNS, { error: 'fout.woordenLang' }).default(''),
	'nu-base': base,
	'wens-base': base,
	'stap-base': base,
	'hulp-base': base
});
export type SavePictureFields = z.output<typeof SavePicture>;

/** A question with what stands there: the answers that are tapped, and the other lines. */
export type PictureView = Question & {
	readonly chosen: readonly boolean[];
	readonly own: string;
	/** All words, as the page with words has them. */
	readonly words: string;
	readonly revision: number;
	readonly seenBy: readonly string[];
};
