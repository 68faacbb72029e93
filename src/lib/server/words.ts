import { createInstance } from 'i18next';
import en from '../../../messages/en.json' with { type: 'json' };
import nl from '../../../messages/nl.json' with { type: 'json' };

// The pages' own catalogues: a mail, a file or a job has no page that knows its language.
const CATALOGUES = { nl, en };

const i18n = createInstance();
void i18n.init({
	resources: CATALOGUES,
	fallbackLng: 'nl',
	ns: Object.keys(nl),
	initAsync: false,
	interpolation: { escapeValue: false }
});

type Catalogue = typeof nl;

/**
 * The words of one namespace of the catalogue, in a person's language; Dutch when the portal does not
 * speak it.
 */
export function wordsOf<N extends keyof Catalogue & string>(namespace: N, language: string) {
	const t = i18n.getFixedT(language, namespace);
	return (
		word: keyof Catalogue[N] & string,
		values: Readonly<Record<string, string | number>> = {}
	): string => String(t(word as string, { ...values }));
}

/** What one flat namespace says, in every language: to know a text of ours in what somebody sends. */
export const textsOf = (namespace: 'template'): ReadonlySet<string> =>
	new Set(Object.values(CATALOGUES).flatMap((catalogue) => Object.values(catalogue[namespace])));
