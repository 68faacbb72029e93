import { describe, expect, test } from 'vitest';
import { withoutNames } from './rules.ts';

const NAMES = ['Piet', 'Anne', 'Anne-Marie', 'de Vries', 'Yıldız', 'José'];

describe('a text without names', () => {
	test.each([
		['Piet slaapt weer goed', 'Iemand slaapt weer goed'],
		['PIET en piet', 'Iemand en iemand'],
		['Piets kamer en Piet’s fiets', 'Iemand kamer en iemand fiets'],
		['Anne-Marie belt Anne', 'Iemand belt iemand'],
		['meester de  Vries komt', 'meester iemand komt'],
		['met José, Yıldız en (Piet)', 'met iemand, iemand en (iemand)'],
		['Jose\u0301 komt', 'Iemand komt'],
		['Pieter en annemiek blijven staan', 'Pieter en annemiek blijven staan'],
		['niets', 'niets']
	])('%s', (text, expected) => {
		expect(withoutNames(text, NAMES, 'iemand')).toBe(expected);
	});

	test('signs in a name are letters, not a pattern', () => {
		expect(withoutNames('J.P. belt', ['J.P.'], 'iemand')).toBe('Iemand belt');
		expect(withoutNames('JxPx belt', ['J.P.'], 'iemand')).toBe('JxPx belt');
	});

	test('without names to look for the text stays', () => {
		expect(withoutNames('Piet', ['', ' '], 'iemand')).toBe('Piet');
	});
});
