import type { WordList } from '../word.model.ts';

const files = import.meta.glob<WordList>('../content/words/*.yaml', {
	eager: true,
	import: 'default'
});

const lists: ReadonlyMap<string, WordList> = new Map(
	Object.values(files).map((list) => [list.locale, list])
);

const dutch = lists.get('nl');
if (!dutch) throw new Error('There is no Dutch list of words.');

/** The list in a language, or in Dutch when it is not there in that one. Checked when it was built. */
export const wordsIn = (locale: string): WordList => lists.get(locale) ?? dutch;
