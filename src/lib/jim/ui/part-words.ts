import { m } from '#lib/paraglide/messages.js';
import type { JimPart, ParentSays, ParentsSay } from '../model.ts';

/** What a youth can show, and what is in it. */
export const PART_WORDS: Readonly<Record<JimPart, { name: () => string; hint: () => string }>> = {
	woorden: { name: m['beside.partwoorden'], hint: m['beside.hintwoorden'] },
	doelen: { name: m['beside.partdoelen'], hint: m['beside.hintdoelen'] },
	stappen: { name: m['beside.partstappen'], hint: m['beside.hintstappen'] },
	afspraken: { name: m['beside.partafspraken'], hint: m['beside.hintafspraken'] },
	regisseur: { name: m['beside.partregisseur'], hint: m['beside.hintregisseur'] }
};

export const SAYS_WORDS: Readonly<Record<ParentSays, () => string>> = {
	eens: m['besideParent.eens'],
	met_moeite: m['besideParent.metMoeite'],
	niet_eens: m['besideParent.nietEens']
};

/** Why what is shared of the plan is still closed. */
export const WAITS_WORDS: Readonly<Record<Exclude<ParentsSay, 'ja'>, () => string>> = {
	niets: m['beside.waitsNow'],
	nee: m['beside.waitsNo'],
	vraag: m['beside.waitsAsk']
};
