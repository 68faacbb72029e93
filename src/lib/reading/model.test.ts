import { expect, test } from 'vitest';
import { ChooseReading, READING_COOKIE, readingOf, writtenReading } from './model.ts';

const cookies = (value?: string) => ({
	get: (name: string) => (name === READING_COOKIE ? value : undefined)
});

test.each([
	[undefined, 'normal', 'normal'],
	['large.slow', 'large', 'slow'],
	['largest', 'largest', 'normal'],
	['huge.slow', 'normal', 'slow'],
	['"><script>.x', 'normal', 'normal'],
	['', 'normal', 'normal']
])('a cookie that says %j', (value, text, speed) => {
	expect(readingOf(cookies(value))).toEqual({ text, speed });
});

test('what is written is read back', () => {
	const reading = { text: 'largest', speed: 'fast' } as const;
	expect(readingOf(cookies(writtenReading(reading)))).toEqual(reading);
});

test('only what can be chosen is taken in', () => {
	expect(ChooseReading.safeParse({ text: 'huge', speed: 'slow' }).success).toBe(false);
	expect(ChooseReading.safeParse({ text: 'large', speed: 'slow' }).data?.naar).toBe('');
});
