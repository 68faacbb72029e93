import { m } from '#lib/paraglide/messages.js';
import type { RegionalHelpKind } from '#lib/rights/regional-help.model.ts';
import type { RegionalHelpField } from '#lib/rights/regional-help.rules.ts';

export const KIND_TEXTS: Readonly<Record<RegionalHelpKind, () => string>> = {
	lokaal_team: m['regional.kindTeam'],
	clientondersteuning: m['regional.kindSupporter'],
	rechtshulp: m['regional.kindLegal'],
	jongeren: m['regional.kindYouth'],
	anders: m['regional.kindOther']
};

export const FIELD_TEXTS: Readonly<Record<RegionalHelpField, () => string>> = {
	kind: m['regional.kind'],
	name: m['regional.name'],
	words: m['regional.words'],
	phone: m['regional.phone'],
	site: m['regional.site'],
	hours: m['regional.hours'],
	checkedOn: m['regional.checkedOn']
};
