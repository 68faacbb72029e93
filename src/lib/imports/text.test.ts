import { expect, test } from 'vitest';
import { hasStrangeSigns, holdsCitizenNumber, isCitizenNumberAsPhone } from './text.ts';

test.each([
	['nine digits that pass the eleven-test', '111222333', true],
	['inside a sentence', 'Mijn nummer is 111222333.', true],
	['with dots', '111.222.333', true],
	['with spaces', '1112 22 333', true],
	['behind letters', 'client-111222333', true],
	['in full-width digits', '１１１２２２３３３', true],
	['nine digits that fail the test', '111222334', false],
	['nine zeros', '000000000', false],
	['ten digits', '1112223330', false],
	['a date', '2026-11-22', false],
	['digits inside a random id', '0c1a2b3c-1a2b-4c3d-8e4f-a111222333bc', false],
	['no digits at all', 'Piet', false]
])('%s: is it a citizen number?', (_, text, expected) => {
	expect(holdsCitizenNumber(text)).toBe(expected);
});

test.each([
	['06 0000 0021', false],
	['111222333', true],
	['111 222 333', true],
	['+31 111222333', false],
	['0031 111222333', false]
])('the phone number %s', (phone, expected) => {
	expect(isCitizenNumberAsPhone(phone)).toBe(expected);
});

test.each([
	['right-to-left override', 'a\u202eb', true],
	['left-to-right embedding', 'a\u202ab', true],
	['isolate', 'a\u2066b', true],
	['end of isolate', 'a\u2069b', true],
	['null', 'a\u0000b', true],
	['escape', 'a\u001b[2Jb', true],
	['line break', 'a\nb', true],
	['paragraph separator', 'a\u2029b', true],
	['half a character', 'a\ud800b', true],
	['Arabic letters', 'أميرة', false],
	['accents and quotes', 'Zoë’s “plek”', false],
	['an emoji of two halves', '🌱', false]
])('%s: does it need refusing?', (_, text, expected) => {
	expect(hasStrangeSigns(text)).toBe(expected);
});
