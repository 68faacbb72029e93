import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** Makes the pseudonyms of one quarter. Without its key nobody can make or check one. */
export type Pseudonyms = (
	kind: 'family' | 'person' | 'regisseur' | 'answer' | 'author',
	...names: readonly string[]
) => string;

/** A fresh key, as it is kept. */
export const newQuarterKey = (): string => randomBytes(32).toString('hex');

export const pseudonymsWith =
	(key: string): Pseudonyms =>
	(kind, ...names) =>
		createHmac('sha256', Buffer.from(key, 'hex'))
			.update(JSON.stringify([kind, ...names]))
			.digest('base64url')
			.slice(0, 22);

/** In another order, by the machine's own randomness. */
export function shuffled<T>(rows: readonly T[]): T[] {
	const mixed = [...rows];
	for (let at = mixed.length - 1; at > 0; at -= 1) {
		const other = randomInt(at + 1);
		[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
	}
	return mixed;
}
