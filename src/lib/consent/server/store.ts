import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { listOf } from '#lib/server/db/list-of.ts';
import { family, householdMember, person } from '#lib/server/db/schema/family.ts';
import { incapacity, restriction, share, support } from '#lib/server/db/schema/consent.ts';
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

const SUPPORT = {
	id: support.id,
	parentId: support.parentId,
	supporterId: support.supporterId,
	children: support.children,
	until: support.until
};

const theirs = alias(householdMember, 'theirs');
const HOUSEMATE = { parentId: householdMember.personId, mateId: theirs.personId };

const ofFamily = prepared((read) =>
	read
		.select({
			shares: listOf(
				SHARE,
				sql`FROM ${share} WHERE ${share.familyId} = ${family.id} AND ${share.endedAt} IS NULL`
			),
			supports: listOf(
				SUPPORT,
				sql`FROM ${support} WHERE ${support.familyId} = ${family.id} AND ${support.endedAt} IS NULL`
			),
			housemates: listOf(
				HOUSEMATE,
				sql`FROM ${support}
					JOIN ${householdMember} ON ${householdMember.personId} = ${support.parentId}
					JOIN ${householdMember} AS ${theirs}
						ON ${theirs.householdId} = ${householdMember.householdId}
					WHERE ${support.familyId} = ${family.id} AND ${support.endedAt} IS NULL`
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

const NOTHING = { shares: [], supports: [], restrictions: [], incapacities: [] };

/** What was shared, restricted or recorded in one family, in one read. */
export async function consentRows(read: Reader, id: FamilyId): Promise<ConsentFacts> {
	const found = await ofFamily(read).get({ family: id });
	if (!found) return NOTHING;
	const { housemates, supports, ...rest } = found;
	const homeOf = (parent: PersonId) =>
		housemates.filter(({ parentId }) => parentId === parent).map(({ mateId }) => mateId);
	return { ...rest, supports: supports.map((one) => ({ ...one, home: homeOf(one.parentId) })) };
}

export const startShare = (
	tx: Tx,
	may: Permit<'share.start', PersonId>,
	row: { id: ShareId; familyId: FamilyId; withId: PersonId; why: string | null; at: Date }
) =>
	tx
		.insert(share)
		.values({
			id: row.id,
			familyId: row.familyId,
			childId: may.id,
			withId: row.withId,
			why: row.why,
			startedAt: row.at
		})
		.onConflictDoUpdate({
			target: [share.familyId, share.childId, share.withId],
			set: { why: row.why, startedAt: row.at, endedAt: null }
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

/** What a person lets others see or let them see before, newest first. */
export const sharesOf = (read: Reader, child: PersonId) =>
	read
		.select({
			familyId: share.familyId,
			withId: share.withId,
			givenName: person.givenName,
			why: share.why,
			startedAt: share.startedAt,
			endedAt: share.endedAt
		})
		.from(share)
		.innerJoin(person, eq(person.id, share.withId))
		.where(eq(share.childId, child))
		.orderBy(desc(share.startedAt));
