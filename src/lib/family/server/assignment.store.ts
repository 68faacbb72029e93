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

type MayAnswer = Permit<'succession.answer'>;

export const endAssignment = (tx: Tx, _may: MayAnswer, id: AssignmentId, until: Day) =>
	tx.update(regisseurAssignment).set({ until }).where(eq(regisseurAssignment.id, id));

export const insertAssignment = (
	tx: Tx,
	_may: MayAnswer,
	row: typeof regisseurAssignment.$inferInsert
) => tx.insert(regisseurAssignment).values(row);

export const saveStandIn = (
	tx: Tx,
	may: Permit<'regisseur.arrange', FamilyId>,
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
		.where(and(eq(regisseurAssignment.id, id), eq(regisseurAssignment.familyId, may.id)));

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
