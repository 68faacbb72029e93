import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { OrganisationId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { councilSeat } from '#lib/server/db/schema/council.ts';
import { organisation, person, region } from '#lib/server/db/schema/family.ts';

type Appoint = Permit<'council.appoint', OrganisationId>;

export async function regionIds(read: Reader): Promise<string[]> {
	const rows = await read.select({ id: region.id }).from(region).orderBy(asc(region.id));
	return rows.map(({ id }) => id);
}

export const regionNames = (read: Reader) =>
	read.select({ id: region.id, name: region.name }).from(region).orderBy(asc(region.name));

export async function organisationRow(read: Reader, id: OrganisationId) {
	const [row] = await read
		.select({ id: organisation.id, name: organisation.name, regionId: organisation.regionId })
		.from(organisation)
		.where(eq(organisation.id, id));
	return row;
}

export const seatsIn = (read: Reader, id: OrganisationId) =>
	read
		.select({
			personId: councilSeat.personId,
			seat: councilSeat.seat,
			from: councilSeat.from,
			until: councilSeat.until
		})
		.from(councilSeat)
		.where(eq(councilSeat.organisationId, id));

/** The councils somebody sits in on a day. */
export const councilsOf = (read: Reader, personId: PersonId, on: Day) =>
	read
		.selectDistinct({ id: organisation.id, name: organisation.name })
		.from(councilSeat)
		.innerJoin(organisation, eq(organisation.id, councilSeat.organisationId))
		.where(
			and(
				eq(councilSeat.personId, personId),
				lte(councilSeat.from, on),
				or(isNull(councilSeat.until), gt(councilSeat.until, on))
			)
		)
		.orderBy(asc(organisation.name));

export async function isKnown(read: Reader, personId: PersonId): Promise<boolean> {
	const rows = await read.select({ id: person.id }).from(person).where(eq(person.id, personId));
	return rows.length > 0;
}

export const insertPerson = (tx: Tx, _may: Appoint, row: typeof person.$inferInsert) =>
	tx.insert(person).values(row);

export const insertSeat = (
	tx: Tx,
	may: Appoint,
	row: Omit<typeof councilSeat.$inferInsert, 'organisationId'>
) => tx.insert(councilSeat).values({ ...row, organisationId: may.id });

export const endSeats = (tx: Tx, may: Appoint, personId: PersonId, on: Day) =>
	tx
		.update(councilSeat)
		.set({ until: on })
		.where(
			and(
				eq(councilSeat.organisationId, may.id),
				eq(councilSeat.personId, personId),
				or(isNull(councilSeat.until), gt(councilSeat.until, on))
			)
		)
		.returning({ id: councilSeat.id });
