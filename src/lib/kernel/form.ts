import { z } from 'zod';
import { idOf } from './id.ts';

/** One key made with each form, so that the same form twice is handled once. */
export const formKey = z.uuid({ error: 'fout.formulier' });

/** The people who were ticked: the form's reader puts commas between their ids. None is fine. */
export const ticked = z
	.string()
	.default('')
	.transform((text) => text.split(',').filter(Boolean))
	.pipe(z.array(idOf<'Person'>()).max(60));
