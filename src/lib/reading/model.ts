import { z } from 'zod';

/** How large letters are. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
/** How fast a page is read aloud. */
export const SPEEDS = ['slow', 'normal', 'fast'] as const;

/** How somebody reads in this browser. Says nothing about who that is. */
export type Reading = {
	readonly text: (typeof TEXT_SIZES)[number];
	readonly speed: (typeof SPEEDS)[number];
};

/** `static/voorlezen.js` reads and writes the speed in it: a script may see this cookie, and no other. */
export const READING_COOKIE = '__Host-weergave';

export const ChooseReading = z.object({
	text: z.enum(TEXT_SIZES, { error: 'fout.keuze' }),
	speed: z.enum(SPEEDS, { error: 'fout.keuze' }),
	naar: z.string().max(500).default('')
});

/** The value of the cookie. */
export const writtenReading = ({ text, speed }: Reading): string => `${text}.${speed}`;

/** What the browser was told before; normal where it was told nothing, or something else. */
export function readingOf(cookies: { get: (name: string) => string | undefined }): Reading {
	const [text, speed] = cookies.get(READING_COOKIE)?.split('.', 2) ?? [];
	return {
		text: TEXT_SIZES.find((known) => known === text) ?? 'normal',
		speed: SPEEDS.find((known) => known === speed) ?? 'normal'
	};
}
