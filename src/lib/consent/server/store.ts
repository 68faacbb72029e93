import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import { family } from '#lib/server/db/schema/family.ts';
import { incapacity, restriction, share } from '#lib/server/db/schema/consent.ts';
import type { ConsentFacts, ShareId } from '../model.ts';

const SHARE = { childId: share.childId, withId: share.withId };
const RESTRICTION = {
	childId: restriction.childId,
	parentId: restriction.parentId,
	from: restriction.from,
	until: restriction.until
};
const INCAPACITY = {
	childId: incapacity.childId,
	from: incapacity.from,
	until: incapacity.reviewBy
};

const ofFamily = prepared((read) =>
	read
		.select({
			shares: listOf(
				SHARE,
				sql`FROM ${share} WHERE ${share.familyId} = ${family.id} AND ${share.endedAt} IS NULL`
			),
			restrictions: listOf(
				RESTRICTION,
				sql`FROM ${restriction} WHERE ${restriction.familyId} = ${family.id}`
			),
			incapacities: listOf(
				INCAPACITY,
				sql`FROM ${incapacity} WHERE ${incapacity.familyId} = ${family.id}`
			)
		})
		.from(family)
		.where(eq(family.id, sql.placeholder('family')))
		.prepare()
);

const NOTHING = { shares: [], restrictions: [], incapacities: [] };

/** What was shared, restricted or recorded in one family, in one read. */
export const consentRows = async (read: Reader, id: FamilyId): Promise<ConsentFacts> =>
	(await ofFamily(read).get({ family: id })) ?? NOTHING;

export const startShare = (
	tx: Tx,
	may: Permit<'share.start', PersonId>,
	row: { id: ShareId; familyId: FamilyId; withId: PersonId; at: Date }
) =>
	tx
		.insert(share)
		.values({
			id: row.id,
			familyId: row.familyId,
			childId: may.id,
			withId: row.withId,
			startedAt: row.at
		})
		.onConflictDoUpdate({
			target: [share.familyId, share.childId, share.withId],
			set: { startedAt: row.at, endedAt: null }
		});

export const endShare = (
	tx: Tx,
	may: Permit<'share.end', PersonId>,
	row: { familyId: FamilyId; withId: PersonId; at: Date }
) =>
	tx
		.update(share)
		.set({ endedAt: row.at })
		.where(
			and(
				eq(share.familyId, row.familyId),
				eq(share.childId, may.id),
				eq(share.withId, row.withId),
				isNull(share.endedAt)
			)
		);
