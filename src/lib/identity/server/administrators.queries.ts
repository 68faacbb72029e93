import type { RegionId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { administratorsOf, regionsOf } from './administrators.store.ts';

/** Who is administrator of this region on a day. */
export const listAdministrators = async (
	read: Reader,
	regionId: RegionId,
	on: Day
): Promise<PersonId[]> =>
	(await administratorsOf(read, regionId, on)).map(({ personId }) => personId);

/** Of which regions somebody is administrator on a day. */
export const listAdministered = async (
	read: Reader,
	personId: PersonId,
	on: Day
): Promise<RegionId[]> => (await regionsOf(read, personId, on)).map(({ regionId }) => regionId);
