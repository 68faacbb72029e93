import { and, asc, eq } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { toekomstOffer } from '#lib/server/db/schema/toekomstplan.ts';
import type { OfferId } from '../offer.model.ts';

export type OfferRow = typeof toekomstOffer.$inferSelect;

/** What was written down about one youth, in the order of the days. */
export const offerRows = (read: Reader, who: PersonId): Promise<OfferRow[]> =>
	read
		.select()
		.from(toekomstOffer)
		.where(eq(toekomstOffer.personId, who))
		.orderBy(asc(toekomstOffer.on), asc(toekomstOffer.id));

export async function findOffer(
	read: Reader,
	family: FamilyId,
	id: OfferId
): Promise<OfferRow | undefined> {
	const [row] = await read
		.select()
		.from(toekomstOffer)
		.where(and(eq(toekomstOffer.id, id), eq(toekomstOffer.familyId, family)));
	return row;
}

export const insertOffer = (
	tx: Tx,
	may: Permit<'toekomstplan.record-offer', PersonId>,
	row: Omit<OfferRow, 'personId'>
) => tx.insert(toekomstOffer).values({ ...row, personId: may.id });

export const deleteOffer = (
	tx: Tx,
	may: Permit<'toekomstplan.record-offer', PersonId>,
	id: OfferId
) =>
	tx.delete(toekomstOffer).where(and(eq(toekomstOffer.id, id), eq(toekomstOffer.personId, may.id)));
