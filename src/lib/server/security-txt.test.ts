import { expect, test } from 'vitest';
import { SECURITY_TXT_EXPIRES, securityTxt } from './security-txt.ts';

test('the promise to read reports is renewed in time: at most a year, and 60 days before it ends', () => {
	const days = (Date.parse(SECURITY_TXT_EXPIRES) - Date.now()) / 86_400_000;
	expect(days, 'Check that the contact is read, then move SECURITY_TXT_EXPIRES.').toBeGreaterThan(
		60
	);
	expect(days).toBeLessThan(366);
});

test('it says where to report, until when, and where it belongs', () => {
	expect(securityTxt('mailto:meld@portaal.example', 'https://portaal.example').split('\n')).toEqual(
		[
			'Contact: mailto:meld@portaal.example',
			`Expires: ${SECURITY_TXT_EXPIRES}`,
			'Preferred-Languages: nl, en',
			'Canonical: https://portaal.example/.well-known/security.txt',
			''
		]
	);
});
