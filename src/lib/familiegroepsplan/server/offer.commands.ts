import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Decline, Exclude, OwnPlanAct, WithKey, WithWords } from '../model.ts';
import {
	canAnswerOwnPlan,
	canBeginOwnPlan,
	canDeclineOwnPlan,
	canExcludeOwnPlan,
	canOfferOwnPlan
} from '../policy.ts';
import { after } from '../rules.ts';
import { acting, type Acting } from './act.ts';
import { move, type Move } from './store.ts';

/** The regisseur offers the family to make its own plan first. @throws {Denied} */
export const offerOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithWords) =>
	acting(ctx, actor, family, input.key, (asked) =>
		moved(ctx, asked, authorize(canOfferOwnPlan, actor, asked.own.facts), {
			act: 'aanbieden',
			words: input.words
		})
	);

/** The regisseur says why no familiegroepsplan can be made; the parents read it. @throws {Denied} */
export const excludeOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: Exclude) =>
	acting(ctx, actor, family, input.key, (asked) =>
		moved(ctx, asked, authorize(canExcludeOwnPlan, actor, asked.own.facts), {
			act: 'uitsluiten',
			words: input.words,
			exclusion: input.reason
		})
	);

/** A parent begins, with or without an offer, or takes it up again. @throws {Denied} */
export const beginOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithKey) =>
	acting(ctx, actor, family, input.key, (asked) =>
		moved(ctx, asked, authorize(canBeginOwnPlan, actor, asked.own.facts), {
			act: 'beginnen',
			words: null
		})
	);

/** A parent with gezag says that the parents do not want to. @throws {Denied} */
export const declineOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: Decline) =>
	acting(ctx, actor, family, input.key, (asked) =>
		moved(ctx, asked, authorize(canDeclineOwnPlan, actor, asked.own.facts), {
			act: 'niet_willen',
			words: input.words || null
		})
	);

/** The regisseur answers what the family released. @throws {Denied} */
export const answerOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithWords) =>
	acting(ctx, actor, family, input.key, (asked) =>
		moved(ctx, asked, authorize(canAnswerOwnPlan, actor, asked.own.facts), {
			act: 'antwoorden',
			words: input.words
		})
	);

type MovePermit = Parameters<typeof move>[1] & Permit;

/** Moves to the state that the act leads to, and keeps it in the access log: never words. */
export async function moved(
	ctx: Ctx,
	{ tx, own, actor, at, today }: Acting,
	permit: MovePermit,
	act: { readonly act: OwnPlanAct } & Pick<Move, 'words' | 'exclusion'>
): Promise<void> {
	const { facts, ownPlanId } = own;
	const state = after(facts.state, act.act);
	if (!state) throw new Denied(permit.ability, { outcome: 'deny', reason: 'eigen_plan_anders' });
	const familyId = facts.family.id;
	await move(tx, permit, {
		...act,
		familyId,
		ownPlanId,
		state,
		children: facts.children,
		byId: actor.id,
		on: today,
		at
	});
	await recordAudit(ctx, tx, permit, { action: 'update', thing: 'own-plan', familyId });
}
