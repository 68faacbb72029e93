import { recordAudit } from '#lib/audit/server/commands.ts';
import { participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied, type Permit } from '#lib/kernel/policy.ts';
import type { StepId } from '#lib/plan/model.ts';
import { canWritePlan } from '#lib/plan/policy.ts';
import { changePlan } from '#lib/plan/server/change.ts';
import { drafted, editing } from '#lib/plan/server/edit.commands.ts';
import { ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type { z } from 'zod';
import type {
	AddDecision,
	AddPoint,
	BringSupporter,
	MakeStep,
	WithdrawPoint,
	WithdrawSupporter
} from '../meeting.model.ts';
import {
	canAddPoint,
	canBringSupporter,
	canDecide,
	canWithdrawPoint,
	canWithdrawSupporter,
	type MeetingFacts
} from '../meeting.policy.ts';
import { loadFor } from './meetings.commands.ts';
import {
	deletePoint,
	deleteSupporter,
	insertDecision,
	insertPoint,
	insertSupporter,
	partRows,
	saveStepOf
} from './meeting-parts.store.ts';

/**
 * Somebody invited, or the regisseur, puts a point on the agenda.
 * @throws {Denied} `hide` for who does not see the meeting; `deny` from the start on
 */
export const addPoint = (ctx: Ctx, actor: Actor, input: z.output<typeof AddPoint>) =>
	act(ctx, actor, input, 'create', 'agenda-point', async (tx, { facts, me }) => {
		const permit = authorize(canAddPoint, actor, facts);
		await insertPoint(tx, permit, { by: me, at: ctx.now(), words: input.point });
		return permit;
	});

/** Its author takes an agenda point back. @throws {Denied} for everyone else, and from the start on */
export const withdrawPoint = (ctx: Ctx, actor: Actor, input: z.output<typeof WithdrawPoint>) =>
	act(ctx, actor, input, 'delete', 'agenda-point', async (tx, { facts }) => {
		const { agenda } = await partRows(tx, input.meeting);
		const row = agenda.find((one) => one.id === input.withdraw);
		const permit = authorize(
			canWithdrawPoint,
			actor,
			facts && row ? { id: row.id, authorId: row.authorId, meeting: facts } : null
		);
		await deletePoint(tx, permit);
		return permit;
	});

/**
 * Somebody invited says who comes along: in own words, or a person of the family's network.
 * @throws {Denied} `hide` for who does not see the meeting; `deny` from the start on
 * @throws {Refused} when neither was filled in
 */
export const bringSupporter = (ctx: Ctx, actor: Actor, input: z.output<typeof BringSupporter>) =>
	act(ctx, actor, input, 'create', 'supporter', async (tx, { facts, loaded, me }) => {
		const permit = authorize(canBringSupporter, actor, facts);
		const network = input.network ?? null;
		const known = network && loaded && participationOf(loaded.family.facts, network);
		if (known ? known.relation !== 'netwerk' : network !== null || !input.supporter)
			throw new Refused({ supporter: 'meeting.noSupporter' });
		const who = network
			? { words: null, personId: network }
			: { words: input.supporter, personId: null };
		await insertSupporter(tx, permit, { by: me, at: ctx.now(), who });
		return permit;
	});

/** Who brings somebody says that they do not come. @throws {Denied} for everyone else, and from the start on */
export const withdrawSupporter = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof WithdrawSupporter>
) =>
	act(ctx, actor, input, 'delete', 'supporter', async (tx, { facts }) => {
		const { supporters } = await partRows(tx, input.meeting);
		const row = supporters.find((one) => one.id === input.withdraw);
		const permit = authorize(
			canWithdrawSupporter,
			actor,
			facts && row ? { id: row.id, byId: row.byId, meeting: facts } : null
		);
		await deleteSupporter(tx, permit);
		return permit;
	});

/**
 * The regisseur writes what was decided, from the start of the meeting on.
 * @throws {Denied} for everyone else; `deny` before the start and for a cancelled meeting
 */
export const addDecision = (ctx: Ctx, actor: Actor, input: z.output<typeof AddDecision>) =>
	act(ctx, actor, input, 'create', 'decision', async (tx, { facts, me }) => {
		const permit = authorize(canDecide, actor, facts);
		await insertDecision(tx, permit, { by: me, at: ctx.now(), words: input.decision });
		return permit;
	});

/**
 * A decision becomes a step of the plan, in the same transaction as the plan's new version.
 * @throws {Denied} for everyone but the regisseur; `hide` for a decision that is a step already
 * @throws {Refused} for a goal or a person that is not of this family
 */
export const makeStep = (ctx: Ctx, actor: Actor, input: z.output<typeof MakeStep>) =>
	act(ctx, actor, input, 'update', 'decision', async (tx, { facts }) => {
		const permit = authorize(canDecide, actor, facts);
		const { decisions } = await partRows(tx, input.meeting);
		const open = decisions.some((one) => one.id === input.decided && one.stepId === null);
		if (!open) throw new Denied(permit.ability, { outcome: 'hide', reason: 'onbekend' });
		const now = await editing(ctx, tx, actor, input.family, canWritePlan.ability);
		const write = authorize(canWritePlan, actor, ruleFacts(now.loaded));
		const { key, goal, title, owner, due } = input;
		const change = drafted(now, {
			kind: 'step',
			input: { key, goal, title, owner, due, state: 'niet_begonnen' }
		});
		await changePlan(ctx, tx, write, {
			plan: now.plan,
			familyId: input.family,
			cause: 'edit',
			changes: [change]
		});
		await saveStepOf(tx, permit, input.decided, change.id as StepId);
		return permit;
	});

type Known = {
	readonly facts: MeetingFacts | null;
	readonly loaded: LoadedPlan | null;
	/** Who acts; empty for nobody, whom every rule refuses first. */
	readonly me: PersonId;
};

/** Facts, act and access log in one transaction, so that nothing changes in between. */
async function act(
	ctx: Ctx,
	actor: Actor,
	input: { readonly key: string } & Parameters<typeof loadFor>[2],
	action: 'create' | 'update' | 'delete',
	thing: string,
	work: (tx: Tx, known: Known) => Promise<Permit>
): Promise<void> {
	const me = actor.kind === 'person' ? actor.id : ('' as PersonId);
	await once(ctx, `meeting:${me}:${input.key}`, async (tx) => {
		const { loaded, facts } = await loadFor(ctx, tx, input);
		const permit = await work(tx, { facts, loaded, me });
		await recordAudit(ctx, tx, permit, { action, thing, familyId: input.family });
		return '';
	});
}
