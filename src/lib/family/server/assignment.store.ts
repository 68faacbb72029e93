import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import {
	family,
	organisation,
	person,
	professional,
	regisseurAssignment
} from '#lib/server/db/schema/family.ts';
import type { AssignmentId, FamilyId } from '../model.ts';

type MayArrange = Permit<'regisseur.arrange' | 'succession.answer'>;

export type NewAssignment = {
	readonly id: AssignmentId;
	readonly familyId: FamilyId;
	readonly personId: PersonId;
	readonly from: Day;
	readonly reason: string;
};

/** One regisseur ends on the day on which the next begins. */
export async function succeed(
	tx: Tx,
	_may: MayArrange,
	ending: AssignmentId,
	next: NewAssignment
): Promise<void> {
	await tx
		.update(regisseurAssignment)
		.set({ until: next.from })
		.where(eq(regisseurAssignment.id, ending));
	await tx.insert(regisseurAssignment).values({ ...next, until: null });
}

/** Who stands in, from and until when; null ends it. */
export const saveStandIn = (
	tx: Tx,
	_may: MayArrange,
	id: AssignmentId,
	standIn: { readonly id: PersonId; readonly from: Day; readonly until: Day } | null
) =>
	tx
		.update(regisseurAssignment)
		.set({
			standInId: standIn?.id ?? null,
			standInFrom: standIn?.from ?? null,
			standInUntil: standIn?.until ?? null
		})
		.where(eq(regisseurAssignment.id, id));

const inRegion = prepared((read) =>
	read
		.select({
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			organisation: organisation.name
		})
		.from(professional)
		.innerJoin(person, eq(person.id, professional.personId))
		.innerJoin(organisation, eq(organisation.id, professional.organisationId))
		.innerJoin(
			family,
			and(eq(family.regionId, organisation.regionId), eq(family.id, sql.placeholder('family')))
		)
		.orderBy(organisation.name, person.familyName, person.givenName)
		.prepare()
);

/** The professionals of the region of a family, by organisation and name. */
export const professionalsInRegion = (read: Reader, id: FamilyId) =>
	inRegion(read).all({ family: id });
