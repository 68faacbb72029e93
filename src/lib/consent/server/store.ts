import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { incapacity, restriction, share } from '#lib/server/db/schema/consent.ts';
import type { ShareId } from '../model.ts';

const shares = prepared((read) =>
	read
		.select({ childId: share.childId, withId: share.withId })
		.from(share)
		.where(and(eq(share.familyId, sql.placeholder('family')), isNull(share.endedAt)))
		.prepare()
);

const restrictions = prepared((read) =>
	read
		.select({
			childId: restriction.childId,
			parentId: restriction.parentId,
			from: restriction.from,
			until: restriction.until
		})
		.from(restriction)
		.where(eq(restriction.familyId, sql.placeholder('family')))
		.prepare()
);

const incapacities = prepared((read) =>
	read
		.select({ childId: incapacity.childId, from: incapacity.from, until: incapacity.reviewBy })
		.from(incapacity)
		.where(eq(incapacity.familyId, sql.placeholder('family')))
		.prepare()
);

export async function consentRows(read: Reader, family: FamilyId) {
	return {
		shares: await shares(read).all({ family }),
		restrictions: await restrictions(read).all({ family }),
		incapacities: await incapacities(read).all({ family })
	};
}

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
