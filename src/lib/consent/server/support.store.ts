import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { support } from '#lib/server/db/schema/consent.ts';
import { person } from '#lib/server/db/schema/family.ts';
import type { SupportId, SupportKind } from '../model.ts';

/** Everyone whom this parent let read along, in every family, newest first. */
export const supportsBy = (read: Reader, parent: PersonId) =>
	read
		.select({
			id: support.id,
			familyId: support.familyId,
			supporterId: support.supporterId,
			givenName: person.givenName,
			kind: support.kind,
			children: support.children,
			why: support.why,
			startedAt: support.startedAt,
			endedAt: support.endedAt,
			until: support.until
		})
		.from(support)
		.innerJoin(person, eq(person.id, support.supporterId))
		.where(eq(support.parentId, parent))
		.orderBy(desc(support.startedAt), desc(support.id));

/** Every time that somebody read along in one family, with one supporter. */
export const supportsFor = (read: Reader, familyId: FamilyId, supporterId: PersonId) =>
	read
		.select({ id: support.id, until: support.until, endedAt: support.endedAt })
		.from(support)
		.where(and(eq(support.familyId, familyId), eq(support.supporterId, supporterId)));

export async function supportRow(read: Reader, familyId: FamilyId, id: SupportId) {
	const [row] = await read
		.select({
			id: support.id,
			parentId: support.parentId,
			supporterId: support.supporterId,
			endedAt: support.endedAt
		})
		.from(support)
		.where(and(eq(support.id, id), eq(support.familyId, familyId)));
	return row;
}

export const insertSupport = (
	tx: Tx,
	may: Permit<'support.start', PersonId>,
	row: {
		id: SupportId;
		familyId: FamilyId;
		supporterId: PersonId;
		kind: SupportKind;
		children: PersonId[];
		why: string | null;
		startedAt: Date;
		until: Day | null;
	}
) => tx.insert(support).values({ ...row, parentId: may.id });

export const endSupportRow = (tx: Tx, may: Permit<'support.end', SupportId>, at: Date) =>
	tx
		.update(support)
		.set({ endedAt: at })
		.where(and(eq(support.id, may.id), isNull(support.endedAt)));
