import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutScript, withScriptNonce } from './nonce.ts';

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

test('each script stays on pages that want it only', () => {
	const template = readFileSync('src/app.html', 'utf8');
	const scripts = (passkey?: true, circle?: true) =>
		[
			...withoutScript(withoutScript(template, 'passkey', passkey), 'circle', circle).matchAll(
				/src="\/(\w+\.js)/g
			)
		].map(([, name]) => name);
	expect(scripts(true)).toEqual(['page.js', 'sleutel.js']);
	expect(scripts(undefined, true)).toEqual(['page.js', 'kring.js']);
	expect(scripts()).toEqual(['page.js']);
});
