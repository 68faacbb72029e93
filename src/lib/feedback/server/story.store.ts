import { and, eq } from 'drizzle-orm';
import type { RegionId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { story, toldStory } from '#lib/server/db/schema/feedback.ts';
import type { Quarter } from '../model.ts';
import type { StoryId } from '../story.model.ts';

export type StoryRow = typeof story.$inferSelect;

export const insertStory = (tx: Tx, _may: Permit<'feedback.answer'>, row: StoryRow) =>
	tx.insert(story).values(row).onConflictDoNothing();

export const storyRow = (read: Reader, id: StoryId): Promise<StoryRow | undefined> =>
	read.select().from(story).where(eq(story.id, id)).get();

export const storiesBy = (read: Reader, author: PersonId): Promise<StoryRow[]> =>
	read.select().from(story).where(eq(story.authorId, author));

/** What nobody looked at yet. Without the author: the desk need not know. */
export const storiesToEdit = (read: Reader, region: RegionId) =>
	read
		.select({ id: story.id, words: story.words })
		.from(story)
		.where(and(eq(story.regionId, region), eq(story.state, 'geschreven')));

/** The edited words take the place of what was written, once. */
export const editWords = (
	tx: Tx,
	may: Permit<'story.edit', RegionId>,
	id: StoryId,
	words: string
) =>
	tx
		.update(story)
		.set({ words, state: 'bewerkt' })
		.where(and(eq(story.id, id), eq(story.regionId, may.id), eq(story.state, 'geschreven')))
		.returning({ id: story.id });

export const refuseStory = (tx: Tx, may: Permit<'story.edit', RegionId>, id: StoryId) =>
	tx.delete(story).where(and(eq(story.id, id), eq(story.regionId, may.id)));

export const deleteStory = (tx: Tx, may: Permit<'story.decide'>) =>
	tx.delete(story).where(eq(story.id, may.id as StoryId));

export const insertTold = (
	tx: Tx,
	_may: Permit<'story.decide'>,
	row: typeof toldStory.$inferInsert
) => tx.insert(toldStory).values(row);

export const toldIn = (read: Reader, quarter: Quarter) =>
	read
		.select({ region: toldStory.regionId, author: toldStory.author, words: toldStory.words })
		.from(toldStory)
		.where(eq(toldStory.quarter, quarter));
