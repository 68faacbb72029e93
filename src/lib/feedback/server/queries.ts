import { canReadRegisseur } from '#lib/family/policy.ts';
import { listStoodBeside } from '#lib/jim/server/standing.queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { canDeliver } from '../delivery.policy.ts';
import type { FeedbackView, OpenView, Place, QuestionsView } from '../form.model.ts';
import { canAnswer, canAnswerOpenly } from '../policy.ts';
import type { Audience, Moment } from '../questionnaire.model.ts';
import { questionsFor } from '../questionnaires.ts';
import { regisseurOf } from '../split.rules.ts';
import { familyIdsOfPerson, organisationOf } from './around.store.ts';
import { recordFacts } from './delivery.queries.ts';
import { loadAsked, nothing, type Asked } from './load.ts';
import { regionRow } from './region.store.ts';

/** Every place where this person is asked something. */
async function placesOf(ctx: Ctx, actor: Actor): Promise<FeedbackView['places']> {
	if (actor.kind !== 'person') return [];
	const { read } = ctx.db;
	const possible: Place[] = [
		...(await familyIdsOfPerson(read, actor.id)).map((family) => ({ family })),
		...(await listStoodBeside(read, actor.id)).map((jim) => ({ jim }))
	];
	const places = [];
	for (const place of possible) {
		const asked = await loadAsked(ctx, read, actor, place).catch(orNull);
		if (!asked) continue;
		const { audience, youth, child } = asked;
		places.push({
			...{ place, audience, youth, child },
			delivers: await delivers(ctx, actor, asked),
			organisation: await organisationFor(ctx, actor, asked)
		});
	}
	return places;
}

async function delivers(ctx: Ctx, actor: Actor, { around, audience }: Asked): Promise<boolean> {
	if (audience === 'jim') return false;
	return (await recordFacts(ctx.db.read, around)).some((one) => may(canDeliver, actor, one));
}

/** Only for who may know who the regisseur is; a JIM is shown that when the youth wants it. */
async function organisationFor(ctx: Ctx, actor: Actor, { around, audience }: Asked) {
	const regisseur = regisseurOf(around);
	if (audience === 'jim' || !regisseur || !may(canReadRegisseur, actor, around.family)) return null;
	return (await organisationOf(ctx.db.read, regisseur)) ?? null;
}

function orNull(thrown: unknown): null {
	if (thrown instanceof Denied) return null;
	throw thrown;
}

/**
 * The first page: for each place the moments to choose from. It does not say which ones were answered,
 * because a phone goes from hand to hand.
 * @throws {Denied} as if there were no page, for who is asked nothing
 */
export async function getFeedbackPage(ctx: Ctx, actor: Actor): Promise<FeedbackView> {
	const places = await placesOf(ctx, actor);
	if (places.length === 0) throw nothing(canAnswer.ability);
	return { places };
}

/**
 * The questions of one moment. What was answered before is not in it.
 * @throws {Denied} as if there were no such page
 */
export async function getQuestions(
	ctx: Ctx,
	actor: Actor,
	place: Place,
	moment: Moment
): Promise<QuestionsView> {
	const { audience, child } = await loadAsked(ctx, ctx.db.read, actor, place);
	if (questionsFor(audience, moment).length === 0) throw nothing(canAnswer.ability);
	return { place, moment, audience, child };
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
