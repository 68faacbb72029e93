import { recordAudit } from '#lib/audit/server/commands.ts';
import { participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/http.ts';
import { once } from '#lib/server/receipt.ts';
import type { z } from 'zod';
import type {
	AddDecision,
	AddPoint,
	BringSupporter,
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
	partRows
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
		const row = agenda.find((one) => one.id === input.point);
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
		const row = supporters.find((one) => one.id === input.supporter);
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
	action: 'create' | 'delete',
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
