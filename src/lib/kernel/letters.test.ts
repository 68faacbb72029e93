import { expect, test } from 'vitest';
import { fitsPdf, withoutPictures } from './letters.ts';

test.each([
	['Zoë, Łukasz en Ömer', true],
	['Оля и Ελένη, 3 × per week – € 2', true],
	['مريم', false],
	['小明', false],
	['Anna 🙂', true]
])('%s fits: %s', (text, fits) => {
	expect(fitsPdf(text)).toBe(fits);
});

test('a picture goes, the words stay', () => {
	expect(withoutPictures('Samen eten 🍝👨‍👩‍👧')).toBe('Samen eten');
});
