import dutch from 'hyphen/nl';

/** A variable reads like a short name. */
const VARIABLE = /\{\{[^}]*\}\}/g;

/** Sentences of a message. A line or a label without a full stop is one too. */
export const sentencesIn = (text: string): string[] =>
	text
		.replace(VARIABLE, 'Sanne')
		.split(/(?<=[.?:;…])\s+|\n+/u)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsIn(sentence).length > 0);

/** Words: digits and an apostrophe or hyphen inside count, loose signs do not. */
export const wordsIn = (text: string): string[] =>
	text.replace(VARIABLE, 'Sanne').match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];

/**
 * Syllables of a word. Hyphenation never leaves one letter alone on a line, so a first or last
 * syllable of one letter (`o-ma`, `ra-di-o`) is counted here.
 */
export function syllablesIn(word: string): number {
	if (/^\p{N}/u.test(word)) return word.length;
	const small = word.toLowerCase();
	const parts = dutch.hyphenateSync(small, { hyphenChar: '|', minWordLength: 3 }).split(/[|-]/);
	const first = /^[aeiouy][bcdfghjklmnpqrstvwxz][aeiouyéëïö]/.test(parts[0] ?? '') ? 1 : 0;
	const last = /[iu][ao]$/.test(parts.at(-1) ?? '') ? 1 : 0;
	return parts.length + first + last;
}

/**
 * Flesch-Douma: how easy a Dutch text is; higher is easier, 70 is easy. A floor, never proof that
 * people understand it: the formula sees nothing but the length of words and sentences.
 */
export function fleschDouma(texts: readonly string[]): number {
	const sentences = texts.flatMap(sentencesIn);
	const words = sentences.flatMap(wordsIn);
	const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
	return 206.8 - (0.77 * syllables * 100) / words.length - (0.93 * words.length) / sentences.length;
}

/** Whether a message is running text. Labels and names of things ("ondertoezichtstelling") are not. */
export const isRunningText = (text: string): boolean =>
	wordsIn(text).length >= 5 || (wordsIn(text).length >= 3 && /[.?]$/.test(text.trim()));
