import { and, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { listOf, type Listed } from '#lib/server/db/list-of.ts';
import {
	family,
	gezag,
	organisation,
	participant,
	person,
	professional,
	region,
	regisseurAssignment
} from '#lib/server/db/schema/family.ts';
import type { FamilyId } from '../model.ts';

const standIn = alias(person, 'stand_in');
const standInWork = alias(professional, 'stand_in_work');

const PARTICIPANT = {
	personId: participant.personId,
	relation: participant.relation,
	words: participant.relationWords,
	magnet: participant.magnet,
	from: participant.from,
	until: participant.until,
	givenName: person.givenName,
	familyName: person.familyName,
	birthDate: person.birthDate
};

const GEZAG = {
	childId: gezag.childId,
	holderId: gezag.holderId,
	kind: gezag.kind,
	from: gezag.from,
	until: gezag.until
};

const ASSIGNMENT = {
	id: regisseurAssignment.id,
	personId: regisseurAssignment.personId,
	from: regisseurAssignment.from,
	until: regisseurAssignment.until,
	reason: regisseurAssignment.reason,
	standInId: regisseurAssignment.standInId,
	standInFrom: regisseurAssignment.standInFrom,
	standInUntil: regisseurAssignment.standInUntil,
	givenName: person.givenName,
	familyName: person.familyName,
	role: professional.role,
	phone: professional.phone,
	workingDays: professional.workingDays,
	organisation: organisation.name,
	organisationPhone: organisation.phone,
	standInGivenName: standIn.givenName,
	standInFamilyName: standIn.familyName,
	standInPhone: standInWork.phone
};

export type ParticipantRow = Listed<typeof PARTICIPANT>;
export type AssignmentRow = Omit<
	Listed<typeof ASSIGNMENT>,
	'standInGivenName' | 'standInFamilyName'
> & {
	readonly standInGivenName: string | null;
	readonly standInFamilyName: string | null;
};

const wholeFamily = prepared((read) =>
	read
		.select({
			regionId: family.regionId,
			regisseurWord: region.regisseurWord,
			participants: listOf(
				PARTICIPANT,
				sql`FROM ${participant} JOIN ${person} ON ${person.id} = ${participant.personId}
					WHERE ${participant.familyId} = ${family.id}`
			),
			gezag: listOf(GEZAG, sql`FROM ${gezag} WHERE ${gezag.familyId} = ${family.id}`),
			assignments: listOf(
				ASSIGNMENT,
				sql`FROM ${regisseurAssignment}
					JOIN ${person} ON ${person.id} = ${regisseurAssignment.personId}
					JOIN ${professional} ON ${professional.personId} = ${regisseurAssignment.personId}
					JOIN ${organisation} ON ${organisation.id} = ${professional.organisationId}
					LEFT JOIN ${person} AS ${standIn} ON ${standIn.id} = ${regisseurAssignment.standInId}
					LEFT JOIN ${professional} AS ${standInWork}
						ON ${standInWork.personId} = ${regisseurAssignment.standInId}
					WHERE ${regisseurAssignment.familyId} = ${family.id}`
			)
		})
		.from(family)
		.innerJoin(region, eq(region.id, family.regionId))
		.where(eq(family.id, sql.placeholder('family')))
		.prepare()
);

/** Everything about who belongs to a family, in one read; undefined for a family that is not there. */
export async function familyRows(read: Reader, id: FamilyId) {
	const row = await wholeFamily(read).get({ family: id });
	if (!row) return undefined;
	const assignments = row.assignments as AssignmentRow[];
	return {
		...row,
		participants: row.participants.toSorted((a, b) => a.magnet - b.magnet),
		assignments: assignments.toSorted((a, b) => a.from.localeCompare(b.from))
	};
}

const today = sql.placeholder('today');
const familiesOfPerson = prepared((read) =>
	read
		.select({ id: participant.familyId })
		.from(participant)
		.where(
			and(
				eq(participant.personId, sql.placeholder('person')),
				lte(participant.from, today),
				or(isNull(participant.until), gt(participant.until, today)),
				or(ne(participant.relation, 'professional'), sql`${sql.placeholder('staff')} = 1`)
			)
		)
		.orderBy(participant.familyId)
		.prepare()
);

/**
 * Families in which this person takes part on this day.
 * @param staff whether families in which the person is a professional count as well
 */
export async function familyIdsOf(
	read: Reader,
	who: PersonId,
	on: Day,
	staff: boolean
): Promise<FamilyId[]> {
	const rows = await familiesOfPerson(read).all({ person: who, today: on, staff: staff ? 1 : 0 });
	return rows.map((row) => row.id);
}

const assignedTo = prepared((read) => {
	const stands = and(
		eq(regisseurAssignment.standInId, sql.placeholder('person')),
		lte(regisseurAssignment.standInFrom, today),
		or(isNull(regisseurAssignment.standInUntil), gt(regisseurAssignment.standInUntil, today))
	);
	return read
		.selectDistinct({ id: regisseurAssignment.familyId })
		.from(regisseurAssignment)
		.where(
			and(
				lte(regisseurAssignment.from, today),
				or(isNull(regisseurAssignment.until), gt(regisseurAssignment.until, today)),
				or(eq(regisseurAssignment.personId, sql.placeholder('person')), stands)
			)
		)
		.orderBy(regisseurAssignment.familyId)
		.prepare();
});

/** Families of which this person is the regisseur, or stands in, on this day. */
export const assignedFamilyIds = async (
	read: Reader,
	who: PersonId,
	on: Day
): Promise<FamilyId[]> =>
	(await assignedTo(read).all({ person: who, today: on })).map((row) => row.id);

const whoIs = prepared((read) =>
	read
		.select({ givenName: person.givenName, professional: professional.personId })
		.from(person)
		.leftJoin(professional, eq(professional.personId, person.id))
		.where(eq(person.id, sql.placeholder('person')))
		.prepare()
);

/** What someone is called, and whether they are known as a professional. */
export async function personRow(read: Reader, who: PersonId) {
	const row = await whoIs(read).get({ person: who });
	return row && { givenName: row.givenName, professional: row.professional !== null };
}
