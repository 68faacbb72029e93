import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { RegionId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { organisation, person, region } from '#lib/server/db/schema/family.ts';
import { regionalHelp, regionalHelpChange } from '#lib/server/db/schema/rights.ts';
import type { RegionalHelp, RegionalHelpId } from '../regional-help.model.ts';

type Edit = Permit<'regional-help.edit', RegionId>;

const ENTRY = {
	id: regionalHelp.id,
	kind: regionalHelp.kind,
	name: regionalHelp.name,
	words: regionalHelp.words,
	phone: regionalHelp.phone,
	site: regionalHelp.site,
	hours: regionalHelp.hours,
	checkedOn: regionalHelp.checkedOn
};

const allRegions = prepared((read) =>
	read.select({ id: region.id, name: region.name }).from(region).orderBy(region.name).prepare()
);
export const regionRows = async (read: Reader) => allRegions(read).all();

export async function regionRow(read: Reader, id: RegionId) {
	const [row] = await read
		.select({ id: region.id, name: region.name })
		.from(region)
		.where(eq(region.id, id));
	return row;
}

export const organisationsIn = (read: Reader, id: RegionId) =>
	read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.regionId, id))
		.orderBy(organisation.id);

export const entriesOf = (read: Reader, id: RegionId) =>
	read
		.select(ENTRY)
		.from(regionalHelp)
		.where(eq(regionalHelp.regionId, id))
		.orderBy(asc(regionalHelp.name));

/** Whether there ever was an entry with this id, in any region, also when it was taken away. */
export async function wasEver(read: Reader, id: RegionalHelpId): Promise<boolean> {
	const rows = await read
		.select({ sequence: regionalHelpChange.sequence })
		.from(regionalHelpChange)
		.where(eq(regionalHelpChange.helpId, id))
		.limit(1);
	return rows.length > 0;
}

/** The day of birth, which says whether somebody is a child. */
export async function birthDateOf(read: Reader, id: PersonId): Promise<Day | null> {
	const [row] = await read
		.select({ birthDate: person.birthDate })
		.from(person)
		.where(eq(person.id, id));
	return row?.birthDate ?? null;
}

/** Newest first. */
export const changesOf = (read: Reader, id: RegionId, most: number) =>
	read
		.select({
			sequence: regionalHelpChange.sequence,
			helpId: regionalHelpChange.helpId,
			at: regionalHelpChange.at,
			before: regionalHelpChange.before,
			after: regionalHelpChange.after,
			givenName: person.givenName,
			familyName: person.familyName
		})
		.from(regionalHelpChange)
		.leftJoin(person, eq(person.id, regionalHelpChange.byId))
		.where(eq(regionalHelpChange.regionId, id))
		.orderBy(desc(regionalHelpChange.sequence))
		.limit(most);

export async function lastSequence(read: Reader): Promise<number> {
	const [row] = await read
		.select({ last: sql<number | null>`max(${regionalHelpChange.sequence})` })
		.from(regionalHelpChange);
	return row?.last ?? 0;
}

export const insertEntry = (tx: Tx, may: Edit, id: RegionalHelpId, help: RegionalHelp) =>
	tx.insert(regionalHelp).values({ ...help, id, regionId: may.id });

export const updateEntry = (tx: Tx, may: Edit, id: RegionalHelpId, help: RegionalHelp) =>
	tx
		.update(regionalHelp)
		.set(help)
		.where(and(eq(regionalHelp.id, id), eq(regionalHelp.regionId, may.id)));

export const deleteEntry = (tx: Tx, may: Edit, id: RegionalHelpId) =>
	tx.delete(regionalHelp).where(and(eq(regionalHelp.id, id), eq(regionalHelp.regionId, may.id)));

export const insertChange = (
	tx: Tx,
	may: Edit,
	change: {
		readonly helpId: RegionalHelpId;
		readonly at: Date;
		readonly before: RegionalHelp | null;
		readonly after: RegionalHelp | null;
	}
) =>
	tx.insert(regionalHelpChange).values({
		...change,
		regionId: may.id,
		byId: may.actor.kind === 'person' ? may.actor.id : null,
		relation: may.relation
	});
