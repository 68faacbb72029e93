/** One language's messages: full key (`plan.title`) → text. Plural forms keep their suffix. */
export type Catalogue = Readonly<Record<string, string>>;

const PLURAL = /_(ordinal_)?(zero|one|two|few|many|other)$/;

/**
 * Flattens a catalogue file.
 * @throws {SyntaxError} when it is not JSON
 */
export function readCatalogue(json: string): Catalogue {
	const messages: Record<string, string> = {};
	const walk = (value: unknown, path: string) => {
		if (typeof value === 'string') messages[path] = value;
		else if (value && typeof value === 'object' && !Array.isArray(value))
			for (const [name, inner] of Object.entries(value))
				walk(inner, path ? `${path}.${name}` : name);
		else throw new SyntaxError(`${path}: not a text`);
	};
	walk(JSON.parse(json), '');
	return messages;
}

/** The key as code writes it: without its plural form. */
export const keyOf = (key: string) => key.replace(PLURAL, '');

/** The texts of each key, over its plural forms. */
function textsByKey(catalogue: Catalogue): Map<string, string[]> {
	const texts = new Map<string, string[]>();
	for (const [key, text] of Object.entries(catalogue))
		texts.set(keyOf(key), [...(texts.get(keyOf(key)) ?? []), text]);
	return texts;
}

/** What is wrong with one language by itself. */
export function catalogueProblems(locale: string, catalogue: Catalogue): string[] {
	const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	return Object.entries(catalogue).flatMap(([key, text]) => {
		const problems: string[] = [];
		if (text.trim() === '') problems.push(`${key}: empty`);
		if (text !== text.trim()) problems.push(`${key}: a space at the edge`);
		if (/!/.test(text)) problems.push(`${key}: an exclamation mark`);
		if (/<[a-z/]/i.test(text)) problems.push(`${key}: html`);
		// plugin-i18next reads an underscore as a context: the message gets another name.
		if (keyOf(key).includes('_')) problems.push(`${key}: an underscore`);
		const form = PLURAL.exec(key);
		if (form && !form[1])
			for (const category of categories)
				if (!(`${keyOf(key)}_${category}` in catalogue))
					problems.push(`${keyOf(key)}: no form "${category}"`);
		return problems;
	});
}

/** How another language differs from Dutch: keys, and the variables inside. */
export function differences(dutch: Catalogue, other: Catalogue): string[] {
	const [ours, theirs] = [textsByKey(dutch), textsByKey(other)];
	return [
		...[...ours.keys()].filter((key) => !theirs.has(key)).map((key) => `${key}: missing`),
		...[...theirs.keys()].filter((key) => !ours.has(key)).map((key) => `${key}: not in Dutch`),
		...[...ours].flatMap(([key, texts]) => {
			const [expected, found] = [variablesIn(texts), variablesIn(theirs.get(key) ?? texts)];
			return expected === found ? [] : [`${key}: variables ${found}, in Dutch ${expected}`];
		})
	];
}

const variablesIn = (texts: readonly string[]) =>
	[
		...new Set(
			texts.flatMap((text) =>
				[...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name)
			)
		)
	]
		.sort()
		.join(', ') || 'none';

/** Part of a key written in code → the file in which the rest is put behind it. */
export type Prefixes = Readonly<Record<string, string>>;

/**
 * Keys that no source names, names of keys that do not exist, and prefixes that nobody documented.
 * @param sources path → text of every source file
 */
export function useProblems(
	catalogue: Catalogue,
	sources: Map<string, string>,
	prefixes: Prefixes,
	loadedWhole: Prefixes = {}
): string[] {
	const keys = [...textsByKey(catalogue).keys()];
	const literals = new Set<string>();
	const asked = new Map<string, string>();
	const begun = new Map<string, string>();
	for (const [path, text] of sources) {
		for (const [, , literal = ''] of text.matchAll(/(['"`])([\w.-]+)\1/g)) literals.add(literal);
		for (const [, , key = ''] of text.matchAll(/\bm\[\s*(['"`])([^'"`$]+)\1\s*\]/g))
			asked.set(key, path);
		for (const [, , key = ''] of text.matchAll(/\bt\(\s*(['"`])([\w]+\.[\w.]+)\1/g))
			asked.set(key, path);
		for (const [, start = ''] of text.matchAll(/(?:\bm\[|\bt\()\s*`([^`$]*)\$\{/g))
			begun.set(start, path);
	}
	const isBuilt = (key: string) => Object.keys(prefixes).some((prefix) => key.startsWith(prefix));
	const isWritten = (key: string) =>
		literals.has(key) ||
		Object.keys(loadedWhole).some(
			(whole) => key.startsWith(whole) && literals.has(key.slice(whole.length))
		);
	return [
		...keys
			.filter((key) => !isWritten(key) && !isBuilt(key))
			.map((key) => `${key}: nobody uses it`),
		...[...asked]
			.filter(([key]) => !keys.includes(key))
			.map(([key, path]) => `${key}: used in ${path}, not in the catalogue`),
		...[...begun]
			.filter(([start]) => !(start in prefixes))
			.map(([start, path]) => `${start}: begun in ${path}, not in message-prefixes.ts`),
		...Object.entries(prefixes).flatMap(([prefix, path]) => {
			if (!keys.some((key) => key.startsWith(prefix))) return [`${prefix}: no key begins with it`];
			const source = sources.get(path);
			if (source === undefined) return [`${prefix}: there is no ${path}`];
			const whole = Object.keys(loadedWhole).find((one) => prefix.startsWith(one)) ?? '';
			const written = [prefix, prefix.slice(whole.length)];
			return written.some((it) => source.includes(`\`${it}\${`) || source.includes(`'${it}'`))
				? []
				: [`${prefix}: ${path} does not write it`];
		})
	];
}
