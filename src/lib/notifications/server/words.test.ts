import { expect, test } from 'vitest';
import en from '../../../../messages/en.json' with { type: 'json' };
import nl from '../../../../messages/nl.json' with { type: 'json' };
import { m } from '#lib/paraglide/messages.js';
import { mailWords } from './words.ts';

type Spoken = (values: Record<string, string>, options: { locale: 'nl' | 'en' }) => string;
const spoken = m as unknown as Record<string, Spoken | undefined>;

const catalogue: Record<'nl' | 'en', Record<string, string>> = { nl: nl.mail, en: en.mail };
const words = Object.keys(nl.mail) as (keyof typeof nl.mail)[];

test.each(['nl', 'en'] as const)('pages and mail say the same words in %s', (locale) => {
	for (const word of words) {
		const names = [...(catalogue[locale][word] ?? '').matchAll(/\{\{(\w+)\}\}/g)];
		const values = Object.fromEntries(names.map(([, name = '']) => [name, `<${name} & "more">`]));
		expect(mailWords(locale)(word, values), word).toBe(
			spoken[`mail.${word}`]?.(values, { locale })
		);
		expect(mailWords(locale)(word, values), word).not.toContain('{{');
	}
});

test('a language that the portal does not speak gets Dutch', () => {
	expect(mailWords('fa')('subject')).toBe(nl.mail.subject);
});
