import { expect, test } from 'vitest';
import { lookedAt, marksIn, unconfirmedIn } from './advice.rules.ts';

test.each<[string, string[]]>([
	['Ouders wachten lang.', []],
	['Samira en Noor, en nog eens Samira.', ['Samira', 'Noor']],
	['Binnen 5 dagen', ['Binnen', '5']],
	['Op 3 maart in Den Haag', ['3 maart', 'Den Haag']]
])('%s', (text, marks) => {
	expect(marksIn(text)).toEqual(marks);
});

const texts = { finding: 'Samira komt laat.', advice: 'Geef Samira en Noor tijd.' };

test.each<[string, string, string[]]>([
	['nothing', '', ['finding', 'advice']],
	['one word', 'Samira', ['advice']],
	['all of it', lookedAt(marksIn(...Object.values(texts))), []],
	['words that stood there before', 'Erik', ['finding', 'advice']]
])('what the writer confirmed: %s', (_, sure, fields) => {
	expect(Object.keys(unconfirmedIn(texts, sure))).toEqual(fields);
});
