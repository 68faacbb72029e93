import { m } from '#lib/paraglide/messages.js';
import type { OfferKind } from '../offer.model.ts';

export const OFFER_WORDS: Readonly<Record<OfferKind, () => string>> = {
	gevraagd: m['laterOffer.gevraagd'],
	gepraat: m['laterOffer.gepraat']
};
