import { z } from 'zod';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { idOf } from '#lib/kernel/id.ts';

/** The longest text of one field. A phone's screen full, several times. */
const MOST_SIGNS = 2000;
const MOST_SIGNS_OF_LINE = 200;

/** One key made with each form: a double tap is one act. */
export const key = z.uuid({ error: 'fout.formulier' });

export const family = idOf<'Family'>();

/**
 * Words that somebody typed: at least one sign, at most a long text.
 * @param missing message key for an empty field
 */
export const words = (missing: string, most = MOST_SIGNS) =>
	z
		.string({ error: missing })
		.trim()
		.min(1, { error: missing })
		.max(most, { error: 'fout.woordenLang' });

export const line = (missing: string) => words(missing, MOST_SIGNS_OF_LINE);

export const maybeLine = z
	.string()
	.trim()
	.max(MOST_SIGNS_OF_LINE, { error: 'fout.woordenLang' })
	.optional()
	.transform((text) => text || null);

/** A day from a field for dates. @param missing message key when it is no day */
export const dayField = (missing: string) =>
	z
		.string({ error: missing })
		.refine(isDay, { error: missing })
		.transform((text) => text as Day);

/** A group of checkboxes: the form's reader joins the ids with commas. */
export const people = z
	.string()
	.default('')
	.transform((text) => text.split(',').filter(Boolean))
	.pipe(z.array(idOf<'Person'>()).max(60));
