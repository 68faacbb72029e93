import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { organisation } from '#lib/server/db/schema/family.ts';
import { regionAdministrator } from '#lib/server/db/schema/identity.ts';

const today = (on: Day) =>
	and(
		lte(regionAdministrator.from, on),
		or(isNull(regionAdministrator.until), gt(regionAdministrator.until, on))
	);

export const administratorsOf = (read: Reader, regionId: RegionId, on: Day) =>
	read
		.select({ id: regionAdministrator.id, personId: regionAdministrator.personId })
		.from(regionAdministrator)
		.where(and(eq(regionAdministrator.regionId, regionId), today(on)));

export const regionsOf = (read: Reader, personId: PersonId, on: Day) =>
	read
		.select({ regionId: regionAdministrator.regionId })
		.from(regionAdministrator)
		.where(and(eq(regionAdministrator.personId, personId), today(on)));

export async function regionOf(read: Reader, id: OrganisationId): Promise<RegionId | undefined> {
	const [row] = await read
		.select({ regionId: organisation.regionId })
		.from(organisation)
		.where(eq(organisation.id, id));
	return row?.regionId;
}

export const insertAdministrator = (
	tx: Tx,
	may: Permit<'administrator.appoint', PersonId>,
	row: Omit<typeof regionAdministrator.$inferInsert, 'personId'>
) => tx.insert(regionAdministrator).values({ ...row, personId: may.id });

export const endAdministrators = (
	tx: Tx,
	may: Permit<'administrator.appoint', PersonId>,
	regionId: RegionId,
	on: Day
) =>
	tx
		.update(regionAdministrator)
		.set({ until: on })
		.where(
			and(
				eq(regionAdministrator.personId, may.id),
				eq(regionAdministrator.regionId, regionId),
				or(isNull(regionAdministrator.until), gt(regionAdministrator.until, on))
			)
		)
		.returning({ id: regionAdministrator.id });
