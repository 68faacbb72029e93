import { createInstance } from 'i18next';
import en from '../../../../messages/en.json' with { type: 'json' };
import nl from '../../../../messages/nl.json' with { type: 'json' };

// The pages' own catalogues, in the namespace of mail only: a job has no page and no request.
const i18n = createInstance();
void i18n.init({
	resources: { nl: { mail: nl.mail }, en: { mail: en.mail } },
	fallbackLng: 'nl',
	ns: ['mail'],
	defaultNS: 'mail',
	initAsync: false,
	interpolation: { escapeValue: false }
});

export type MailWord = keyof typeof nl.mail;

/** The words of mail in a person's language; Dutch when the portal does not speak it. */
export const mailWords = (language: string) => {
	const t = i18n.getFixedT(language);
	return (word: MailWord, values: Readonly<Record<string, string>> = {}): string => t(word, values);
};
