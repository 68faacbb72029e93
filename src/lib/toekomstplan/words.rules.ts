import {
	FIELDS,
	type DomainWords,
	type Field,
	type SaveDomainFields,
	type Words
} from './model.ts';

/** The words of a field in which nothing was written yet. */
export const NO_WORDS: Words = { words: '', revision: 0 };

/**
 * What happens to typed words. `same`: they stand there already, such as after a retry or a double tap.
 * `write`: nothing changed since they were begun. `conflict`: another tab or phone wrote in between, and
 * neither text may be lost.
 * @param base the revision that the words were typed over
 */
export function weigh(now: Words, typed: string, base: number): 'same' | 'write' | 'conflict' {
	if (typed === now.words) return 'same';
	return base === now.revision ? 'write' : 'conflict';
}

/** Line ends as the browser sends them differ from those it shows. */
export const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

/** Words with what was picked under them, each on a line of its own and none twice. */
export function withPicked(words: string, picked: readonly string[]): string {
	const lines = words === '' ? [] : words.split('\n');
	return [...lines, ...picked.filter((one) => !lines.includes(one))].join('\n');
}

/** What became of typed words: the revision of each field now, and what stands where it was not taken. */
export type Saved = {
	readonly revisions: Readonly<Record<Field, number>>;
	readonly conflicts: Readonly<Partial<Record<Field, string>>>;
};

/**
 * Weighs each field of a form for itself.
 * @returns what to tell, and the words to write
 */
export function weighDomain(
	now: DomainWords,
	input: SaveDomainFields
): { saved: Saved; writes: { field: Field; words: string; revision: number }[] } {
	const revisions = { nu: 0, wens: 0, stap: 0, hulp: 0 };
	const conflicts: Partial<Record<Field, string>> = {};
	const writes = [];
	for (const field of FIELDS) {
		const was = now[field];
		revisions[field] = was.revision;
		const given = input[field];
		if (given === undefined) continue;
		const words = plainLines(given);
		const outcome = weigh(was, words, input[`${field}-base`]);
		if (outcome === 'conflict') conflicts[field] = was.words;
		if (outcome !== 'write') continue;
		revisions[field] = was.revision + 1;
		writes.push({ field, words, revision: was.revision + 1 });
	}
	return { saved: { revisions, conflicts }, writes };
}
