import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
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

/** SQLite binds a limited number of values in one statement. */
const PART = 500;

/** Families as the rules need them, on one day; in parts, so that many take a few statements. */
export async function aroundRows(
	read: Reader,
	ids: readonly FamilyId[],
	today: Day
): Promise<Map<FamilyId, Around>> {
	const found = new Map<FamilyId, Around>();
	for (let start = 0; start < ids.length; start += PART) {
		const part = ids.slice(start, start + PART);
		for (const around of await partOf(read, part, today)) found.set(around.family.id, around);
	}
	return found;
}

async function partOf(read: Reader, ids: FamilyId[], today: Day): Promise<Around[]> {
	const families = await read
		.select({ id: family.id, region: family.regionId })
		.from(family)
		.where(inArray(family.id, ids));
	const people = await read
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
		.where(inArray(participant.familyId, ids));
	const rowsOf = {
		participants: grouped(people),
		gezag: grouped(await read.select().from(gezag).where(inArray(gezag.familyId, ids))),
		assignments: grouped(
			await read
				.select()
				.from(regisseurAssignment)
				.where(inArray(regisseurAssignment.familyId, ids))
		),
		kaders: grouped(await read.select().from(kader).where(inArray(kader.familyId, ids))),
		trajectories: grouped(
			await read.select().from(trajectory).where(inArray(trajectory.familyId, ids))
		)
	};
	return families.map(({ id, region }) => ({
		region,
		family: {
			id,
			today,
			participants: rowsOf.participants.get(id) ?? [],
			gezag: rowsOf.gezag.get(id) ?? [],
			assignments: rowsOf.assignments.get(id) ?? []
		},
		kaders: rowsOf.kaders.get(id) ?? [],
		trajectories: rowsOf.trajectories.get(id) ?? []
	}));
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
