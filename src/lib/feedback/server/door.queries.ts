import type { FamilyFacts } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { FeedbackDoor } from '../form.model.ts';
import { canAnswer } from '../policy.ts';
import { familyIdsOfPerson } from './around.store.ts';
import { audienceOf, loadAround } from './load.ts';
import { storiesBy } from './story.store.ts';

/** What the home page knows already: families of today, and whether this person is a JIM of now. */
type Known = { readonly families: readonly FamilyFacts[]; readonly jim: boolean };

/** For links on the home page; null for who is asked nothing. Each page asks its own rule. */
export async function feedbackDoor(
	ctx: Ctx,
	actor: Actor,
	known: Known
): Promise<FeedbackDoor | null> {
	if (actor.kind !== 'person') return null;
	for await (const family of familiesFrom(ctx, actor.id, known.families)) {
		const decision = canAnswer(actor, family);
		if (decision.outcome !== 'allow') continue;
		const own = await storiesBy(ctx.db.read, actor.id);
		const story = own.some(({ state }) => state === 'bewerkt') ? family.id : null;
		return { audience: audienceOf(decision), story };
	}
	return known.jim ? { audience: 'jim', story: null } : null;
}

/** Families of today first; one that somebody left is read only when none of those asks. */
async function* familiesFrom(
	ctx: Ctx,
	who: Parameters<typeof familyIdsOfPerson>[1],
	known: readonly FamilyFacts[]
): AsyncGenerator<FamilyFacts> {
	yield* known;
	const today = dayInNetherlands(ctx.now());
	for (const id of await familyIdsOfPerson(ctx.db.read, who)) {
		if (known.some((family) => family.id === id)) continue;
		const around = await loadAround(ctx.db.read, id, today);
		if (around) yield around.family;
	}
}
