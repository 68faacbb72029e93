import { z } from 'zod';
import { AUDIENCES } from './article.model.ts';

/** More says nothing that fewer words do not say. */
export const MOST_ASKED = 80;

/** What somebody looks for, from a page that speaks to a parent, to a youth, or to both. */
export const Search = z.object({
	words: z.string().trim().min(1, { error: 'find.empty' }).max(MOST_ASKED, { error: 'find.long' }),
	audience: z.enum(AUDIENCES).nullable().catch(null)
});
