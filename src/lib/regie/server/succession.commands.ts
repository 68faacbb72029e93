import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { AssignmentId, FamilyId } from '#lib/family/model.ts';
import { canReadRegisseur } from '#lib/family/policy.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import {
	listColleagues,
	setStandIn,
	succeedRegisseur
} from '#lib/family/server/assignment.commands.ts';
import { listCaseload, loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may as asks } from '#lib/kernel/policy.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type {
	AnswerSuccession,
	AskSuccessor,
	EndStandIn,
	SetStandIn,
	SuccessionId,
	WithdrawSuccession
} from '../succession.model.ts';
import { canAnswerSuccession, canArrange, canWithdrawSuccession } from '../succession.policy.ts';
import {
	dayAfter,
	endedStandIn,
	isOpen,
	problemsOfStandIn,
	problemsOfSuccessor
} from '../succession.rules.ts';
import { REGISSEUR_MAIL } from './senders.ts';
import {
	closeSuccession,
	insertSuccession,
	lastAsked,
	successionRow,
	type SuccessionRow
} from './succession.store.ts';

const NOTHING = { outcome: 'hide', reason: 'onbekend' } as const;

const receipt = (actor: Actor, act: string, key: string) =>
	`regie:${act}:${actor.kind === 'person' ? actor.id : actor.kind}:${key}`;

const familyIn = (ctx: Ctx, tx: Tx, id: FamilyId) =>
	loadFamily(tx, id, dayInNetherlands(ctx.now()));

/**
 * The regisseur asks a colleague to take over a family from a later day. Nothing changes before that
 * colleague says yes.
 * @throws {Denied} for anyone but the regisseur of today
 * @throws {Refused} for a day that is not later, a colleague of elsewhere, and when one was asked already
 */
export const askSuccessor = (
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	input: z.output<typeof AskSuccessor>
): Promise<string> =>
	once(ctx, receipt(actor, 'ask', input.key), async (tx) => {
		const family = await familyIn(ctx, tx, id);
		const may = authorize(canArrange, actor, family?.facts);
		const mine = family && currentAssignment(family.facts);
		if (!family || !mine) throw new Denied(canArrange.ability, NOTHING);
		const { to, from, reason } = input;
		const colleagues = (await listColleagues(tx, id)).map((one) => one.id);
		refuse(problemsOfSuccessor({ to, from }, family.facts, colleagues));
		const last = await lastAsked(tx, mine.id);
		if (last && isOpen(last.row, family.facts)) refuse({ to: 'fout.alOpvolger' });
		const row: SuccessionRow = {
			...{ id: newId<SuccessionId>(), familyId: id, assignmentId: mine.id, byId: mine.personId },
			...{ toId: to, from, reason, state: 'asked', askedAt: ctx.now(), answeredAt: null }
		};
		await insertSuccession(tx, may, row);
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'succession', familyId: id });
		return row.id;
	});

/**
 * The colleague says yes or no. A yes makes the change known to the family at once: on their page, and
 * by a mail that says nothing but that there is something to read.
 * @throws {Denied} for everyone else, and when the day has come: a regisseur never changes in the past
 */
export const answerSuccession = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof AnswerSuccession>
): Promise<string> =>
	once(ctx, receipt(actor, 'answer', input.key), async (tx) => {
		const row = await successionRow(tx, input.succession);
		const family = row && (await familyIn(ctx, tx, row.familyId));
		const may = authorize(
			canAnswerSuccession,
			actor,
			row && family ? { ...row, family: family.facts } : null
		);
		if (!row || !family) throw new Denied(canAnswerSuccession.ability, NOTHING);
		const { familyId, from, reason } = row;
		if (input.says === 'ja') {
			const colleagues = (await listColleagues(tx, familyId)).map((one) => one.id);
			// Somebody who left the region since then follows nobody here.
			if (!colleagues.includes(row.toId)) throw new Denied(canAnswerSuccession.ability, NOTHING);
			const next = { id: newId<AssignmentId>(), familyId, personId: row.toId, from, reason };
			await succeedRegisseur(tx, may, row.assignmentId, next);
			await tellFamily(ctx, tx, family);
		}
		const state = input.says === 'ja' ? 'accepted' : 'declined';
		await closeSuccession(tx, may, state, ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'succession', familyId });
		return '';
	});

/** The regisseur takes the question back. @throws {Denied} once it is answered */
export const withdrawSuccession = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof WithdrawSuccession>
): Promise<string> =>
	once(ctx, receipt(actor, 'withdraw', input.key), async (tx) => {
		const row = await successionRow(tx, input.succession);
		const family = row && (await familyIn(ctx, tx, row.familyId));
		const may = authorize(
			canWithdrawSuccession,
			actor,
			row && family ? { ...row, family: family.facts } : null
		);
		if (!row) throw new Denied(canWithdrawSuccession.ability, NOTHING);
		await closeSuccession(tx, may, 'withdrawn', ctx.now());
		const { familyId } = row;
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'succession', familyId });
		return '';
	});

/**
 * The regisseur names who stands in, for one family or for the whole caseload. The family reads it on
 * the card at once, and calls the right person on those days.
 * @throws {Refused} for days that are past or in the wrong order, and for a colleague of elsewhere
 */
export const nameStandIn = (
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	input: z.output<typeof SetStandIn>
): Promise<string> =>
	once(ctx, receipt(actor, 'stand-in', input.key), async (tx) => {
		const all = input.everywhere ? await listCaseload(ctx, actor) : [];
		for (const one of new Set([id, ...all])) {
			const family = await familyIn(ctx, tx, one);
			// Of a caseload, the families that this regisseur only stands in for are left alone.
			if (one !== id && (!family || !asks(canArrange, actor, family.facts))) continue;
			const may = authorize(canArrange, actor, family?.facts);
			const mine = family && currentAssignment(family.facts);
			if (!family || !mine) throw new Denied(canArrange.ability, NOTHING);
			const colleagues = (await listColleagues(tx, one)).map((each) => each.id);
			const { today } = family.facts;
			refuse(problemsOfStandIn(input, { today, me: mine.personId, colleagues }));
			await setStandIn(tx, may, mine.id, {
				...{ id: input.standIn, from: input.standInFrom, until: dayAfter(input.standInUntil) }
			});
			await recordAudit(ctx, tx, may, { action: 'update', thing: 'stand-in', familyId: one });
		}
		return id;
	});

/** The regisseur is back: nobody stands in from today on. Who did, stays known with what they did. */
export const endStandIn = (
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	input: z.output<typeof EndStandIn>
): Promise<string> =>
	once(ctx, receipt(actor, 'stand-in-end', input.key), async (tx) => {
		const family = await familyIn(ctx, tx, id);
		const may = authorize(canArrange, actor, family?.facts);
		const mine = family && currentAssignment(family.facts);
		if (!family || !mine) throw new Denied(canArrange.ability, NOTHING);
		await setStandIn(tx, may, mine.id, endedStandIn(mine, family.facts.today));
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'stand-in', familyId: id });
		return id;
	});

/** One mail to each person who may know who the regisseur is; asked again when it is sent. */
async function tellFamily(ctx: Ctx, tx: Tx, { facts }: LoadedFamily): Promise<void> {
	for (const { personId, relation } of facts.participants) {
		if (relation === 'professional') continue;
		const actor = { kind: 'person', id: personId, assurance: 'link' } as const;
		if (!asks(canReadRegisseur, actor, facts)) continue;
		await enqueue(ctx, tx, { kind: REGISSEUR_MAIL, about: `${facts.id}:${personId}` });
	}
}

function refuse(errors: Record<string, string>): void {
	if (Object.keys(errors).length > 0) throw new Refused(errors);
}
