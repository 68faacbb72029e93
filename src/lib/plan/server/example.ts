import { textsOf } from '#lib/server/words.ts';
import { plainly } from '../templates.ts';

const EXAMPLES = new Set([...textsOf('template')].map(plainly));

/** Whether these words are still one of the examples, in any language and however it was typed. */
export const isExample = (words: string): boolean => EXAMPLES.has(plainly(words));
