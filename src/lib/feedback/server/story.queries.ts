import type { FamilyId, RegionId } from '#lib/family/model.ts';
import { ADULT, ageOf } from '#lib/family/rules.ts';
import { listAdministrators } from '#lib/identity/server/administrators.queries.ts';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { markedIn } from '../marks.rules.ts';
import { canAnswer } from '../policy.ts';
import type { StoryDesk, StoryView } from '../story.model.ts';
import { canEditStories, type StoryDeskFacts } from '../story.policy.ts';
import { audienceOf, loadAround } from './load.ts';
import { regionRow } from './region.store.ts';
import { storiesBy, storiesToEdit } from './story.store.ts';

/**
 * Where somebody tells a story, and sees the edited words of one.
 * @throws {Denied} as if there were no such page, for who is not asked
 */
export async function getStoryPage(ctx: Ctx, actor: Actor, familyId: FamilyId): Promise<StoryView> {
	const around = await loadAround(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const permit = authorize(canAnswer, actor, around?.family);
	const who = actor.kind === 'person' ? actor.id : null;
	const rows = who ? await storiesBy(ctx.db.read, who) : [];
	return {
		familyId,
		audience: audienceOf(permit),
		child: !!around && !!who && (ageOf(around.family, who) ?? ADULT) < ADULT,
		own: rows.map(({ id, words, state }) => ({ id, words, state }))
	};
}

/**
 * What the desk of a region has to look at; looking leaves a line in the access log.
 * @throws {Denied} as if there were no such page, for who does not keep this region
 */
export async function getStoryDesk(ctx: Ctx, actor: Actor, id: RegionId): Promise<StoryDesk> {
	const may = authorize(canEditStories, actor, await storyDeskFacts(ctx, ctx.db.read, id));
	await ctx.db.write((tx) => recordAudit(ctx, tx, may, { action: 'read', thing: 'story' }));
	const region = await regionRow(ctx.db.read, id);
	const stories = await storiesToEdit(ctx.db.read, id);
	return {
		region: { id, name: region?.name ?? '' },
		stories: stories.map((one) => ({ ...one, marked: markedIn(one.words) }))
	};
}

/** Facts for the desk of a region; null when there is no such region. */
export async function storyDeskFacts(
	ctx: Ctx,
	read: Reader,
	id: RegionId
): Promise<StoryDeskFacts | null> {
	if (!(await regionRow(read, id))) return null;
	return { id, administrators: await listAdministrators(read, id, dayInNetherlands(ctx.now())) };
}
