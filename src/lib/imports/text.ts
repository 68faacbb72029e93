/**
 * Signs that no name or sentence needs: control characters, line and paragraph separators, halves of
 * a character, and the ones that turn the direction of text around (a name could then read as another).
 */
const STRANGE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

export const hasStrangeSigns = (text: string): boolean => STRANGE.test(text);

/** Nine digits that stand alone, also as `123.456.782` or `1234 56 782`. */
const NINE_DIGITS = /(?<!\d)(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)/g;

/** A random id may hold nine digits in a row between its letters: one in some hundreds does. */
const RANDOM_ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/gi;

/** Whether a text holds a number that can be a Dutch citizen number (BSN). */
export const holdsCitizenNumber = (text: string): boolean =>
	(text.normalize('NFKC').replace(RANDOM_ID, '').match(NINE_DIGITS) ?? []).some((found) =>
		isCitizenNumber(found.replace(/\D/g, ''))
	);

/** The same question for a phone number, where nine digits after a country code are ordinary. */
export const isCitizenNumberAsPhone = (phone: string): boolean =>
	!/^(\+|00)/.test(phone) && isCitizenNumber(phone.replace(/\D/g, ''));

/** The eleven-test: weights 9 to 2, and minus 1 for the last digit, add up to a multiple of 11. */
export function isCitizenNumber(digits: string): boolean {
	if (!/^\d{9}$/.test(digits) || Number(digits) === 0) return false;
	const sum = [...digits].reduce(
		(total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
		0
	);
	return sum % 11 === 0;
}
