/** One known name as a search that finds it alone, at the end of "Piets", and whatever its capitals. */
const asSearch = (name: string) =>
	name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/**
 * A text in which no known name stands any more. Too much may go, such as a month that is also a
 * name; too little may not.
 * @param names given and family names of everyone around the family, also of people the reader may not
 * see
 * @param instead the word that stands in their place: "iemand"
 */
export function withoutNames(text: string, names: readonly string[], instead: string): string {
	// The longest first, so that "Anne-Marie" is gone before "Anne" is looked for.
	const searches = [...new Set(names.map((name) => name.trim()).filter((name) => name.length > 1))]
		.toSorted((a, b) => b.length - a.length)
		.map(asSearch);
	if (searches.length === 0) return text;
	const found = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${searches.join('|')})(?:['’]?s|['’])?(?![\\p{L}\\p{N}])`,
		'giu'
	);
	const told = text.normalize('NFC').replace(found, instead);
	// A sentence still begins with a capital.
	return told.startsWith(instead) ? instead.charAt(0).toUpperCase() + told.slice(1) : told;
}
