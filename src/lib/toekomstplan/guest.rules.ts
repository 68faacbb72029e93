/** Own words with those of a guest under them; nothing is lost, and nothing stands there twice. */
export function joinWords(own: string, guest: string): string {
	if (guest === '' || own === guest || own.endsWith(`\n${guest}`)) return own;
	return own === '' ? guest : `${own}\n${guest}`;
}

/** The moment at which what a browser may hold is gone. */
export const daysAfter = (from: Date, days: number): Date =>
	new Date(from.getTime() + days * 86_400_000);
