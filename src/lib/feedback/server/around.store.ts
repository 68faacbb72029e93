import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { among } from '#lib/server/db/among.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import {
	family,
	gezag,
	organisation,
	participant,
	person,
	professional,
	regisseurAssignment
} from '#lib/server/db/schema/family.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import { kader } from '#lib/server/db/schema/plan.ts';
import type { Around } from '../split.rules.ts';

const families = prepared((read) =>
	read
		.select({ id: family.id, region: family.regionId })
		.from(family)
		.where(among(family.id, 'ids'))
		.prepare()
);
const people = prepared((read) =>
	read
		.select({
			familyId: participant.familyId,
			personId: participant.personId,
			relation: participant.relation,
			birthDate: person.birthDate,
			from: participant.from,
			until: participant.until
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.where(among(participant.familyId, 'ids'))
		.prepare()
);
const gezags = prepared((read) =>
	read.select().from(gezag).where(among(gezag.familyId, 'ids')).prepare()
);
const assignments = prepared((read) =>
	read
		.select()
		.from(regisseurAssignment)
		.where(among(regisseurAssignment.familyId, 'ids'))
		.prepare()
);
const kaders = prepared((read) =>
	read.select().from(kader).where(among(kader.familyId, 'ids')).prepare()
);
const trajectories = prepared((read) =>
	read.select().from(trajectory).where(among(trajectory.familyId, 'ids')).prepare()
);

/** Families as the rules need them, on one day. */
export async function aroundRows(
	read: Reader,
	some: readonly FamilyId[],
	today: Day
): Promise<Map<FamilyId, Around>> {
	const asked = { ids: JSON.stringify(some) };
	const rowsOf = {
		participants: grouped(await people(read).all(asked)),
		gezag: grouped(await gezags(read).all(asked)),
		assignments: grouped(await assignments(read).all(asked)),
		kaders: grouped(await kaders(read).all(asked)),
		trajectories: grouped(await trajectories(read).all(asked))
	};
	return new Map(
		(await families(read).all(asked)).map(({ id, region }): [FamilyId, Around] => [
			id,
			{
				region,
				family: {
					...{ id, today },
					participants: rowsOf.participants.get(id) ?? [],
					gezag: rowsOf.gezag.get(id) ?? [],
					assignments: rowsOf.assignments.get(id) ?? []
				},
				kaders: rowsOf.kaders.get(id) ?? [],
				trajectories: rowsOf.trajectories.get(id) ?? []
			}
		])
	);
}

const grouped = <Row extends { readonly familyId: FamilyId }>(rows: readonly Row[]) =>
	Map.groupBy(rows, (row) => row.familyId);

/** Families that somebody belonged to on a day from `first` on, and before `after`. */
export async function familyIdsBetween(read: Reader, first: Day, after: Day): Promise<FamilyId[]> {
	const rows = await read
		.selectDistinct({ id: participant.familyId })
		.from(participant)
		.where(
			and(lt(participant.from, after), or(isNull(participant.until), gt(participant.until, first)))
		);
	return rows.map(({ id }) => id);
}

/** For whom a professional works. */
export const organisationOf = (read: Reader, who: (typeof professional.$inferSelect)['personId']) =>
	read
		.select({ id: organisation.id, name: organisation.name })
		.from(professional)
		.innerJoin(organisation, eq(organisation.id, professional.organisationId))
		.where(eq(professional.personId, who))
		.get();

/** Families in which this person has or had a place. */
export async function familyIdsOfPerson(
	read: Reader,
	who: (typeof participant.$inferSelect)['personId']
): Promise<FamilyId[]> {
	const rows = await read
		.select({ id: participant.familyId })
		.from(participant)
		.where(eq(participant.personId, who))
		.orderBy(sql`${participant.from} DESC`);
	return [...new Set(rows.map(({ id }) => id))];
}
