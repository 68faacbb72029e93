import { expect, test } from 'vitest';
import { withScriptNonce } from './nonce.ts';

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
