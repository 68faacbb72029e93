import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutPasskey, withScriptNonce } from './nonce.ts';

test.each([
	[
		"default-src 'none'; script-src 'strict-dynamic'",
		"default-src 'none'; script-src 'strict-dynamic' 'nonce-a'"
	],
	["script-src 'strict-dynamic' 'nonce-a'", "script-src 'strict-dynamic' 'nonce-a'"],
	["script-src-elem 'self'", "script-src-elem 'self'"]
])('%s', (policy, expected) => {
	expect(withScriptNonce(policy, 'a')).toBe(expected);
});

test('the script for a passkey stays on pages that want it only', () => {
	const template = readFileSync('src/app.html', 'utf8');
	const scriptsIn = (html: string) =>
		[...html.matchAll(/src="\/(\w+\.js)/g)].map(([, name]) => name);
	expect(scriptsIn(withoutPasskey(template, true))).toEqual(['page.js', 'sleutel.js']);
	expect(scriptsIn(withoutPasskey(template, undefined))).toEqual(['page.js']);
});
