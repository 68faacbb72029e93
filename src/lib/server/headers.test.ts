import { expect, test } from 'vitest';
import { cacheControlFor, EVERY_RESPONSE, varyOn, withCharset } from './headers.ts';

test.each([
	['/weg', false, 'no-store'],
	['/weg?v=1', false, 'no-store'],
	['/page.js', true, 'public, max-age=600'],
	['/page.js?v=', true, 'public, max-age=600'],
	['/page.js?vv=1', true, 'public, max-age=600'],
	['/page.js?v=1', true, 'public, max-age=31536000, immutable'],
	['/_app/immutable/a.css', true, 'public, max-age=31536000, immutable']
])('%s as a file %s: %s', (target, isFile, expected) => {
	expect(cacheControlFor(target, isFile)).toBe(expected);
});

test.each([
	['text/html', 'text/html; charset=utf-8'],
	['text/html;charset=utf-8', 'text/html;charset=utf-8'],
	['image/svg+xml', 'image/svg+xml']
])('%s is sent as %s', (type, expected) => {
	expect(withCharset(type)).toBe(expected);
});

test.each([
	[undefined, 'Accept-Encoding'],
	['Accept', 'Accept, Accept-Encoding'],
	['accept-encoding', 'accept-encoding'],
	['*', '*']
])('Vary %s becomes %s', (vary, expected) => {
	expect(varyOn(vary, 'Accept-Encoding')).toBe(expected);
});

test('passkeys are the only browser feature for ourselves', () => {
	const own = EVERY_RESPONSE['Permissions-Policy']
		?.split(', ')
		.filter((part) => !/=\(\)$/.test(part));
	expect(own).toEqual(['publickey-credentials-get=(self)', 'publickey-credentials-create=(self)']);
});
