import type { Prefixes } from './support/catalogue.ts';

/**
 * Keys that code puts together: the part it writes → the file that writes it, such as
 * `m[`step.state.${state}`]`. Every key that begins so counts as used; keep the part long.
 */
export const PREFIXES: Prefixes = {
	'importer.': 'src/lib/imports/wording.ts',
	'must.who.': 'src/lib/rights/ui/must-texts.ts',
	'must.age.': 'src/lib/rights/ui/must-texts.ts',
	'must.gezag.': 'src/lib/rights/ui/must-texts.ts',
	'must.heard.': 'src/lib/rights/ui/must-texts.ts',
	'must.region.': 'src/lib/rights/ui/must-texts.ts',
	'must.verdict.': 'src/lib/rights/ui/must-texts.ts',
	'must.place.': 'src/lib/rights/ui/must-texts.ts',
	'must.u.': 'src/lib/rights/ui/must-texts.ts',
	'must.je.': 'src/lib/rights/ui/must-texts.ts',
	'must.term.': 'src/lib/rights/ui/must-texts.ts',
	'laterAsk.': 'src/lib/toekomstplan/ui/timeline-words.ts',
	'laterDo.': 'src/lib/toekomstplan/ui/timeline-words.ts',
	'laterIdea.': 'src/lib/toekomstplan/model.ts',
	'laterItem.': 'src/lib/toekomstplan/ui/timeline-words.ts',
	'laterWho.': 'src/lib/toekomstplan/ui/timeline-words.ts',
	'council.age': 'src/lib/council/server/sheet.ts',
	'council.help': 'src/lib/council/server/sheet.ts',
	'council.kader': 'src/lib/council/server/sheet.ts',
	'council.grade': 'src/lib/council/server/sheet.ts',
	'council.share': 'src/lib/council/server/sheet.ts',
	'council.says': 'src/lib/council/server/sheet.ts',
	'session.': 'src/lib/identity/ui/Sessions.svelte'
};

/**
 * Namespaces that a file hands to i18next whole → that file. Code then writes the key without the
 * namespace.
 */
export const LOADED_WHOLE: Prefixes = {
	'mail.': 'src/lib/notifications/server/words.ts',
	'fridge.': 'src/lib/fridge/server/pdf.ts',
	'council.': 'src/lib/council/server/sheet.ts'
};
