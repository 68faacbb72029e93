import { m } from '#lib/paraglide/messages.js';
import type { SupportKind } from '../model.ts';

export const KIND_WORDS: Readonly<Record<SupportKind, () => string>> = {
	naaste: m['consent.naaste'],
	clientondersteuner: m['consent.clientondersteuner']
};
