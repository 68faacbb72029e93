import { eq } from 'drizzle-orm';
import type { RegionId } from '#lib/family/model.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { region } from '#lib/server/db/schema/family.ts';

/** A region by the id in an address; undefined when there is none. */
export const regionRow = (read: Reader, id: string) =>
	read
		.select({ id: region.id, name: region.name })
		.from(region)
		.where(eq(region.id, id as RegionId))
		.get();
