import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { RegionId } from '#lib/family/model.ts';
import type { Criterion, Informant, Quarter } from '#lib/feedback/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import {
	publishedCell,
	publishedQuarter,
	publishedStory,
	stoppedQuarter
} from '#lib/server/db/schema/council.ts';
import type { PublishedStoryId } from '../model.ts';
import type { Cell, Dimension } from '../table.model.ts';

type Publish = Permit<'council.publish', Quarter>;

/** One statement holds at most so many cells: a database takes so many values and no more. */
const AT_ONCE = 50;

export async function insertTables(
	tx: Tx,
	may: Publish,
	{
		on,
		digest,
		cells
	}: { readonly on: Day; readonly digest: string; readonly cells: readonly Cell[] }
): Promise<void> {
	await tx.insert(publishedQuarter).values({ quarter: may.id, on, digest });
	for (let first = 0; first < cells.length; first += AT_ONCE) {
		const rows = cells.slice(first, first + AT_ONCE).map(({ figure, ...cell }, at) => ({
			...cell,
			quarter: may.id,
			place: first + at,
			families: figure?.families ?? null,
			value: figure?.value ?? null,
			bound: figure?.bound ?? null
		}));
		await tx.insert(publishedCell).values(rows);
	}
}

export async function insertStories(
	tx: Tx,
	may: Publish,
	stories: readonly { readonly region: string; readonly words: string }[]
): Promise<void> {
	const rows = stories
		.map(({ region, words }) => ({
			...{ id: newId<PublishedStoryId>(), quarter: may.id, words },
			region: region as RegionId
		}))
		.sort((one, other) => (one.id < other.id ? -1 : 1));
	for (let first = 0; first < rows.length; first += AT_ONCE)
		await tx.insert(publishedStory).values(rows.slice(first, first + AT_ONCE));
}

/** The stories of a region in a quarter, in no order of telling. */
export async function storiesIn(
	read: Reader,
	asked: { readonly quarter: Quarter; readonly region: RegionId }
): Promise<readonly string[]> {
	const rows = await read
		.select({ words: publishedStory.words })
		.from(publishedStory)
		.where(and(eq(publishedStory.region, asked.region), eq(publishedStory.quarter, asked.quarter)))
		.orderBy(asc(publishedStory.id));
	return rows.map(({ words }) => words);
}

export async function isPublished(read: Reader, quarter: Quarter): Promise<boolean> {
	const rows = await read
		.select({ quarter: publishedQuarter.quarter })
		.from(publishedQuarter)
		.where(eq(publishedQuarter.quarter, quarter));
	return rows.length > 0;
}

/** The day on which the audit last stopped this quarter. */
export async function stoppedOn(read: Reader, quarter: Quarter): Promise<Day | null> {
	const rows = await read
		.select({ on: stoppedQuarter.on })
		.from(stoppedQuarter)
		.where(eq(stoppedQuarter.quarter, quarter));
	return rows[0]?.on ?? null;
}

export async function noteStop(tx: Tx, may: Publish, on: Day): Promise<void> {
	await tx
		.insert(stoppedQuarter)
		.values({ quarter: may.id, on })
		.onConflictDoUpdate({ target: stoppedQuarter.quarter, set: { on } });
}

export async function forgetStop(tx: Tx, may: Publish): Promise<void> {
	await tx.delete(stoppedQuarter).where(eq(stoppedQuarter.quarter, may.id));
}

/** Newest first. */
const allQuarters = prepared((read) =>
	read.select().from(publishedQuarter).orderBy(desc(publishedQuarter.quarter)).prepare()
);
export const publishedQuarters = async (read: Reader) => allQuarters(read).all();

export type TableAsked = {
	readonly populations: readonly string[];
	readonly criterion: Criterion;
	readonly informant: Informant;
	readonly dimension: Dimension;
};

/** The cells of one table in every quarter, in the order of the catalogue. */
export const cellsOf = (read: Reader, asked: TableAsked) =>
	read
		.select()
		.from(publishedCell)
		.where(
			and(
				inArray(publishedCell.population, [...asked.populations]),
				eq(publishedCell.criterion, asked.criterion),
				eq(publishedCell.informant, asked.informant),
				eq(publishedCell.dimension, asked.dimension)
			)
		)
		.orderBy(asc(publishedCell.quarter), asc(publishedCell.place));
