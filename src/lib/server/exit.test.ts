import { describe, expect, test } from 'vitest';
import { calendarAnswer, leaveAnswer, returnAnswer } from './exit.ts';

const cookies = ['__Host-sessie', '__Host-weg', 'vreemd; Domain=x'];

describe('leaving', () => {
	test('without JavaScript the browser forgets everything and goes to the calendar', () => {
		const { status, headers } = leaveAnswer({ locale: 'nl', byScript: false, cookies });
		expect(status).toBe(303);
		expect(headers.get('location')).toBe('/weg');
		expect(headers.get('clear-site-data')).toBe('"cache","cookies","storage"');
		expect(headers.get('cache-control')).toBe('no-store');
	});

	test('by the script the mark is left alone, however late the answer comes', () => {
		const { status, headers } = leaveAnswer({ locale: 'nl', byScript: true, cookies });
		expect(status).toBe(204);
		expect(headers.get('clear-site-data')).toBe('"cache","storage"');
		expect(headers.getSetCookie()).toEqual([
			'__Host-sessie=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
			'__Host-weg=1; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax'
		]);
	});

	test('stays in the language', () => {
		const { headers } = leaveAnswer({ locale: 'en', byScript: false, cookies });
		expect(headers.get('location')).toBe('/en/weg');
	});
});

test('the calendar renews the mark, is kept nowhere and loads nothing from elsewhere', async () => {
	const answer = calendarAnswer({ at: new Date('2026-11-22T12:00:00Z'), locale: 'nl' });
	expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-weg=1; /)]);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	const nonce = /<style nonce="([^"]+)"/.exec(await answer.text())?.[1];
	expect(answer.headers.get('content-security-policy')).toContain(`style-src 'nonce-${nonce}'`);
});

test('coming back takes the mark away', () => {
	const { status, headers } = returnAnswer('nl');
	expect([status, headers.get('location')]).toEqual([303, '/']);
	expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-weg=; Max-Age=0; /)]);
});
