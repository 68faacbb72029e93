import { z } from 'zod';
import type { FamilyId } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';

export type OfferId = Id<'Offer'>;

/** What a regisseur did: asked the youth to make a plan, or talked about it. Never what was said. */
export const OFFER_KINDS = ['gevraagd', 'gepraat'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** `form` is the youth. */
export const RecordOffer = z.object({
	key: formKey,
	form: idOf<'Person'>(),
	kind: z.enum(OFFER_KINDS, { error: 'fout.keuze' }),
	on: z
		.string({ error: 'fout.dag' })
		.refine(isDay, { error: 'fout.dag' })
		.transform((text) => text as Day)
});
export const WithdrawOffer = z.object({ key: formKey, offer: idOf<'Offer'>() });

export type Offer = {
	readonly id: OfferId;
	readonly kind: OfferKind;
	readonly on: Day;
	/** Who wrote it down; empty for somebody who is no longer around the youth. */
	readonly by: string;
};

/** What a regisseur sees of the plans for later of one family. */
export type OffersView = {
	readonly familyId: FamilyId;
	readonly youths: readonly {
		readonly id: PersonId;
		readonly name: string;
		readonly offers: readonly Offer[];
		/** The youth shares something with this regisseur now. */
		readonly shares: boolean;
	}[];
};
