/** A piece of a story, and why it may lead to somebody. */
export type Marked = { readonly text: string; readonly why: 'naam' | 'datum' | 'nummer' | null };

const MONTHS =
	'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const DAYS = 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag';

/** Dates before numbers, numbers before names: a piece gets the first reason that fits. */
const PIECES = new RegExp(
	[
		`(?<datum>\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?|(?:\\d{1,2} )?\\b(?:${MONTHS})\\b(?: \\d{4})?|\\b(?:${DAYS})\\b)`,
		'(?<nummer>[\\w.+-]+@[\\w-]+\\.[\\w.]+|\\+?\\d(?:[\\d -]*\\d)?)',
		"(?<naam>(?<!\\p{L})\\p{Lu}[\\p{L}’'-]*(?: (?:van|de|der|den|het|el|al|ten|ter) \\p{Lu}[\\p{L}-]*| \\p{Lu}[\\p{L}-]*)*)"
	].join('|'),
	'gu'
);

/** Ordinary words with a capital that begin a sentence. A name there is still marked. */
const COMMON = new Set(
	'Ik,Je,Jij,U,Wij,We,Hij,Zij,Ze,Het,De,Een,Mijn,Onze,Ons,Dit,Dat,Die,Er,En,Maar,Toen,Nu,Als,Wat,Hoe,Waarom,Na,Bij,In,Op,Met,Voor,Van,Thuis,Soms,Niemand,Iedereen,Alles,Ook,Daarna,Eerst,Later,Papa,Mama,Ouders,Jongeren,Kinderen,Gezinnen,Hulp,Hulpverleners,Regisseurs,Bel,Bellen,Geef,Maak,Laat,Zorg,Vraag,Vertel,Twee,Drie,Vier,Vijf,Veel,Meer,Minder,Begin,Sommige,Elk,Elke,I,The,My,It,We,He,She,They,Then,When,But,And'.split(
		','
	)
);

/**
 * Cuts a story in pieces and marks what may be a name, a place, a day or a number. Rules see too much and
 * too little: a person decides what becomes of it.
 */
export function markedIn(words: string): Marked[] {
	const pieces: Marked[] = [];
	let end = 0;
	for (const found of words.matchAll(PIECES)) {
		const { datum, nummer, naam } = found.groups ?? {};
		if (naam && COMMON.has(naam)) continue;
		if (found.index > end) pieces.push({ text: words.slice(end, found.index), why: null });
		pieces.push({ text: found[0], why: datum ? 'datum' : nummer ? 'nummer' : 'naam' });
		end = found.index + found[0].length;
	}
	if (end < words.length) pieces.push({ text: words.slice(end), why: null });
	return pieces;
}
