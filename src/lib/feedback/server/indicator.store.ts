import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { participant } from '#lib/server/db/schema/family.ts';
import { jim } from '#lib/server/db/schema/jim.ts';
import { termEvent } from '#lib/server/db/schema/terms.ts';
import { toekomstplan } from '#lib/server/db/schema/toekomstplan.ts';

/** What was said of terms and not taken back. */
export const termRows = (read: Reader, ids: readonly FamilyId[]) =>
	read
		.select({
			id: termEvent.id,
			familyId: termEvent.familyId,
			childId: termEvent.childId,
			term: termEvent.term,
			moment: termEvent.moment,
			on: termEvent.on,
			recordedBy: termEvent.recordedBy
		})
		.from(termEvent)
		.where(and(inArray(termEvent.familyId, [...ids]), isNull(termEvent.withdrawnAt)));

/** When a youth asked somebody; not whom, and not what came of it. */
export const jimRows = (read: Reader, ids: readonly FamilyId[]) =>
	read
		.select({ youthId: jim.youthId, at: jim.askedAt })
		.from(jim)
		.where(inArray(jim.familyId, [...ids]));

/** When a youth began a plan for later; nothing that is in it. */
export const laterRows = (read: Reader, ids: readonly FamilyId[]) =>
	read
		.select({ youthId: toekomstplan.personId, at: toekomstplan.startedAt })
		.from(toekomstplan)
		.innerJoin(participant, eq(participant.personId, toekomstplan.personId))
		.where(and(eq(participant.relation, 'kind'), inArray(participant.familyId, [...ids])));
