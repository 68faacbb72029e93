import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodingOf, KEPT_ROUTES } from './kept.ts';

test.each([
	['gzip, deflate, br', 'br'],
	['gzip, br;q=0', 'gzip'],
	['br;q=0.5', 'br'],
	['gzip', 'gzip'],
	['identity', 'identity'],
	['*', 'identity'],
	['brx', 'identity'],
	[null, 'identity']
])('who takes %j gets %s', (accepted, encoding) => {
	expect(encodingOf(accepted)).toBe(encoding);
});

test.each([...KEPT_ROUTES])('%s is a page, and has no form of its own', (route) => {
	const folder = `src/routes${route}`;
	expect(existsSync(`${folder}/+page.svelte`) || existsSync(`${folder}/+server.ts`)).toBe(true);
});
