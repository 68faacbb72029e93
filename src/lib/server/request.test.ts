import { expect, test } from 'vitest';
import { addressOf, ownHeaders } from './request.ts';

test.each([
	[false, undefined, '10.0.0.1'],
	[false, '203.0.113.9', '10.0.0.1'],
	[true, undefined, '10.0.0.1'],
	[true, '203.0.113.9', '203.0.113.9'],
	[true, 'mijn-eigen-verzinsel, 203.0.113.9', '203.0.113.9'],
	[true, '203.0.113.9, 2001:db8::1', '2001:db8::1'],
	[true, '203.0.113.9, onzin', '10.0.0.1'],
	[true, '', '10.0.0.1']
])('trusting a proxy %s, forwarded for %s: %s', (trustProxy, forwarded, expected) => {
	expect(addressOf({ 'x-forwarded-for': forwarded }, '10.0.0.1', trustProxy)).toBe(expected);
});

test('nothing that a client says about addresses is left', () => {
	const headers = {
		host: 'kwaad.example',
		cookie: 'a=b',
		forwarded: 'for=1.2.3.4',
		'x-forwarded-for': '1.2.3.4',
		'x-forwarded-host': 'kwaad.example',
		'x-forwarded-proto': 'http',
		'x-forwarded-port': '1',
		'x-real-ip': '1.2.3.4',
		'x-samenspel-address': '1.2.3.4',
		'x-samenspel-host': 'kwaad.example',
		'x-samenspel-protocol': 'http'
	};
	ownHeaders(headers, {
		origin: 'https://portaal.example:8443',
		connected: '10.0.0.1',
		trustProxy: false
	});
	expect(headers).toEqual({
		host: 'portaal.example:8443',
		cookie: 'a=b',
		'x-samenspel-address': '10.0.0.1',
		'x-samenspel-host': 'portaal.example:8443',
		'x-samenspel-protocol': 'https'
	});
});
