import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId, RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { pointsToDanger } from '../danger.rules.ts';
import { canAnswer } from '../policy.ts';
import type { EditStory, StoryAct, StoryId, WriteStory } from '../story.model.ts';
import { canDecideStory, canEditStories } from '../story.policy.ts';
import { currentQuarter, pseudonymsFor } from './key.ts';
import { loadAround } from './load.ts';
import { STORY_MAIL } from './senders.ts';
import { storyDeskFacts } from './story.queries.ts';
import {
	deleteStory,
	editWords,
	insertStory,
	insertTold,
	refuseStory,
	storyRow
} from './story.store.ts';

/**
 * Somebody tells a story. The same form again is the same story.
 * @throws {Denied} for who is not asked
 * @throws {Refused} once, when words point to danger: help is shown before anything is sent
 */
export async function writeStory(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	{ key, words, seen }: z.output<typeof WriteStory>
): Promise<void> {
	await ctx.db.write(async (tx) => {
		const around = await loadAround(tx, familyId, dayInNetherlands(ctx.now()));
		const may = authorize(canAnswer, actor, around?.family);
		if (!around || actor.kind !== 'person') return;
		if (pointsToDanger(words) && !seen) throw new Refused({ words: 'story.danger' });
		await insertStory(tx, may, {
			id: hashToken(`${actor.id}\n${key}`).slice(0, 24) as StoryId,
			...{ authorId: actor.id, regionId: around.region, words, state: 'geschreven' }
		});
	});
}

/**
 * The author agrees to the edited words: from then on they are a story of nobody in particular, and the
 * row with the author is gone. Nothing is in the access log: it would name the author.
 * @throws {Denied} for everyone else
 */
export async function agreeToStory(
	ctx: Ctx,
	actor: Actor,
	{ story }: z.output<typeof StoryAct>
): Promise<void> {
	const quarter = currentQuarter(ctx);
	const pseudonyms = await pseudonymsFor(ctx.db, quarter);
	await ctx.db.write(async (tx) => {
		const row = await storyRow(tx, story);
		const may = authorize(canDecideStory, actor, row);
		if (row?.state !== 'bewerkt') return;
		await insertTold(tx, may, {
			...{ quarter, id: newId<StoryId>(), regionId: row.regionId },
			...{ author: pseudonyms('author', row.authorId), words: row.words }
		});
		await deleteStory(tx, may);
	});
}

/** The author takes it back, at any time before the yes. @throws {Denied} for everyone else */
export const takeBackStory = (
	ctx: Ctx,
	actor: Actor,
	{ story }: z.output<typeof StoryAct>
): Promise<void> =>
	ctx.db.write(async (tx) => {
		await deleteStory(tx, authorize(canDecideStory, actor, await storyRow(tx, story)));
	});

/**
 * The desk puts other words in the place of what was written; the first ones are gone. The author hears
 * that something is ready, and the desk not who that is.
 * @throws {Denied} for who does not keep this region
 */
export const editStory = (
	ctx: Ctx,
	actor: Actor,
	region: RegionId,
	{ story, words }: z.output<typeof EditStory>
): Promise<void> =>
	atDesk(ctx, actor, region, async (tx, may) => {
		const edited = await editWords(tx, may, story, words);
		if (edited.length > 0) await enqueue(ctx, tx, { kind: STORY_MAIL, about: story });
	});

/** The desk says no: it is erased. @throws {Denied} for who does not keep this region */
export const sayNoToStory = (
	ctx: Ctx,
	actor: Actor,
	region: RegionId,
	{ story }: z.output<typeof StoryAct>
): Promise<void> => atDesk(ctx, actor, region, (tx, may) => refuseStory(tx, may, story));

type Work = (
	tx: Parameters<typeof editWords>[0],
	may: Parameters<typeof editWords>[1]
) => PromiseLike<unknown>;

const atDesk = (ctx: Ctx, actor: Actor, region: RegionId, work: Work): Promise<void> =>
	ctx.db.write(async (tx) => {
		const may = authorize(canEditStories, actor, await storyDeskFacts(ctx, tx, region));
		await work(tx, may);
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'story' });
	});
