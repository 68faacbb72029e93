import type { FamilyId } from '#lib/family/model.ts';
import { ADULT } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { OpenView, FeedbackView, QuestionsView } from '../form.model.ts';
import { canAnswer, canAnswerOpenly } from '../policy.ts';
import type { Audience, Moment } from '../questionnaire.model.ts';
import { questionsFor } from '../questionnaires.ts';
import { ageOf } from '#lib/family/rules.ts';
import { familyIdsOfPerson } from './around.store.ts';
import { audienceOf, loadAround } from './load.ts';
import { regionRow } from './region.store.ts';

/** The families about whose help this person is asked something. */
export async function listAskedFamilies(ctx: Ctx, actor: Actor): Promise<FamilyId[]> {
	if (actor.kind !== 'person') return [];
	const today = dayInNetherlands(ctx.now());
	const asked: FamilyId[] = [];
	for (const id of await familyIdsOfPerson(ctx.db.read, actor.id)) {
		const around = await loadAround(ctx.db.read, id, today);
		if (around && may(canAnswer, actor, around.family)) asked.push(id);
	}
	return asked;
}

/**
 * The first page: for each family the moments to choose from. It does not say which ones were answered,
 * because a phone goes from hand to hand.
 * @throws {Denied} as if there were no page, for who is asked nothing
 */
export async function getFeedbackPage(ctx: Ctx, actor: Actor): Promise<FeedbackView> {
	const families = [];
	const today = dayInNetherlands(ctx.now());
	for (const id of await listAskedFamilies(ctx, actor)) {
		const around = await loadAround(ctx.db.read, id, today);
		const permit = authorize(canAnswer, actor, around?.family);
		families.push({ id, audience: audienceOf(permit), child: isChild(actor, around) });
	}
	if (families.length === 0) throw nothing(canAnswer.ability);
	return { families };
}

/**
 * The questions of one moment. What was answered before is not in it.
 * @throws {Denied} as if there were no such page
 */
export async function getQuestions(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	moment: Moment
): Promise<QuestionsView> {
	const around = await loadAround(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const permit = authorize(canAnswer, actor, around?.family);
	const audience = audienceOf(permit);
	if (questionsFor(audience, moment).length === 0) throw nothing(canAnswer.ability);
	return { familyId, moment, audience, child: isChild(actor, around) };
}

/**
 * The open form of a region.
 * @throws {Denied} as if there were no such region
 */
export async function getOpenPage(ctx: Ctx, actor: Actor, regionId: string): Promise<OpenView> {
	const region = await regionRow(ctx.db.read, regionId);
	authorize(canAnswerOpenly, actor, region && { id: region.id });
	if (!region) throw nothing(canAnswerOpenly.ability);
	return { region };
}

/** As {@link getOpenPage}, with questions for this reader at this moment. */
export async function getOpenQuestions(
	ctx: Ctx,
	actor: Actor,
	regionId: string,
	{ audience, moment }: { readonly audience: Audience; readonly moment: Moment }
): Promise<OpenView> {
	if (questionsFor(audience, moment).length === 0) throw nothing(canAnswerOpenly.ability);
	return getOpenPage(ctx, actor, regionId);
}

const isChild = (actor: Actor, around: Awaited<ReturnType<typeof loadAround>>): boolean =>
	actor.kind === 'person' && !!around && (ageOf(around.family, actor.id) ?? ADULT) < ADULT;

const nothing = (ability: string) =>
	new Denied(ability, { outcome: 'hide', reason: 'niet_gevraagd' });
