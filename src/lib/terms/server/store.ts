import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { among } from '#lib/server/db/among.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { participant } from '#lib/server/db/schema/family.ts';
import { kader } from '#lib/server/db/schema/plan.ts';
import { termEvent } from '#lib/server/db/schema/terms.ts';
import type { Moment, TermEventFacts, TermEventId, TermKind } from '../model.ts';

export type TermEventRow = typeof termEvent.$inferSelect;

const ofFamily = prepared((read) =>
	read
		.select()
		.from(termEvent)
		.where(eq(termEvent.familyId, sql.placeholder('family')))
		.orderBy(asc(termEvent.recordedAt), asc(termEvent.id))
		.prepare()
);

/** Everything that was said in one family, in the order in which it was said. */
export const termEventRows = async (read: Reader, family: FamilyId): Promise<TermEventRow[]> =>
	ofFamily(read).all({ family });

/** A row as rules need it. */
export const eventFacts = (row: TermEventRow): TermEventFacts => ({
	id: row.id,
	childId: row.childId,
	term: row.term,
	moment: row.moment,
	on: row.on,
	recordedBy: row.recordedBy,
	withdrawn: row.withdrawnAt !== null
});

export const insertTermEvent = (
	tx: Tx,
	may: Permit<'term-event.record', PersonId>,
	row: {
		id: TermEventId;
		familyId: FamilyId;
		term: TermKind;
		moment: Moment;
		on: Day;
		by: PersonId;
		at: Date;
	}
) =>
	tx.insert(termEvent).values({
		id: row.id,
		familyId: row.familyId,
		childId: may.id,
		term: row.term,
		moment: row.moment,
		on: row.on,
		recordedBy: row.by,
		recordedAt: row.at
	});

/** Takes an event back, once; with the event that takes its place, when there is one. */
export async function takeBackTermEvent(
	tx: Tx,
	may: Permit<'term-event.take-back', string>,
	row: TermEventRow,
	{ at, instead }: { at: Date; instead: { id: TermEventId; on: Day } | null }
): Promise<void> {
	await tx
		.update(termEvent)
		.set({ withdrawnAt: at, replacedBy: instead?.id ?? null })
		.where(and(eq(termEvent.id, may.id as TermEventId), isNull(termEvent.withdrawnAt)));
	if (!instead) return;
	await tx.insert(termEvent).values({
		...row,
		id: instead.id,
		on: instead.on,
		recordedAt: at,
		withdrawnAt: null,
		replacedBy: null
	});
}

/** For many families: what counts about children who take part today, and their kaders of today. */
export const waitingRows = async (read: Reader, families: readonly FamilyId[], today: Day) => {
	const asked = { families: JSON.stringify(families), today };
	return {
		events: await waitingEvents(read).all(asked),
		kaders: await waitingKaders(read).all(asked)
	};
};

const isToday = (table: typeof participant | typeof kader) => {
	const today = sql.placeholder('today');
	return sql`${table.from} <= ${today} AND (${table.until} IS NULL OR ${table.until} > ${today})`;
};

const waitingEvents = prepared((read) =>
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
		.innerJoin(
			participant,
			and(
				eq(participant.familyId, termEvent.familyId),
				eq(participant.personId, termEvent.childId),
				isToday(participant)
			)
		)
		.where(and(among(termEvent.familyId, 'families'), isNull(termEvent.withdrawnAt)))
		.prepare()
);

const waitingKaders = prepared((read) =>
	read
		.select({ familyId: kader.familyId, childId: kader.childId, kind: kader.kind })
		.from(kader)
		.where(and(among(kader.familyId, 'families'), isToday(kader)))
		.prepare()
);
