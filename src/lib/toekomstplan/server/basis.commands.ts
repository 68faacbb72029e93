import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId, newToken, hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { mayBe, somebodyStays, stayExpires } from '../basis.rules.ts';
import {
	MOST_STAYS,
	type AnswerStay,
	type AskAdult,
	type AskProfessional,
	type SetBasic,
	type StayId,
	type StayKind,
	type WithdrawStay
} from '../model.ts';
import { canAnswerStay } from '../policy.ts';
import { writing, type Planned } from './act.ts';
import { askedBehind, professionalsOf } from './basis.queries.ts';
import { answerStayRow, insertStay, stayRows, withdrawStayRow, writeBasic } from './basis.store.ts';
import { nameIn } from './share.queries.ts';

/**
 * The youth says how a basic stands.
 * @throws {Refused} when "in order" would say that somebody stays, and nobody said so
 */
export const setBasic = (ctx: Ctx, actor: Actor, input: z.output<typeof SetBasic>): Promise<void> =>
	writing(ctx, actor, { act: 'basic', key: input.key }, async (tx, may, { plan }) => {
		const stays = somebodyStays(await stayRows(tx, plan.id));
		const { basic, state } = input;
		if (!mayBe(basic, state, stays)) throw new Refused({ [basic]: 'laterStay.first' });
		await writeBasic(tx, may, { planId: plan.id, basic, state });
	});

/** Whom the youth asked. The link is handed over by the youth and kept nowhere: it is shown this once. */
export type AskedNow = { readonly name: string; readonly token: string };

/** The youth asks an adult to stay. @returns null for a form that was handled before */
export const askAdult = (
	ctx: Ctx,
	actor: Actor,
	{ key, name }: z.output<typeof AskAdult>
): Promise<AskedNow | null> =>
	asking(ctx, actor, { key, field: 'name' }, () => ({ kind: 'blijft', personId: null, name }));

/** The youth asks a professional to go on looking. @throws {Refused} for who does not help today */
export const askProfessional = (
	ctx: Ctx,
	actor: Actor,
	{ key, person }: z.output<typeof AskProfessional>
): Promise<AskedNow | null> =>
	asking(ctx, actor, { key, field: 'person' }, (youth) => {
		if (!professionalsOf(youth).includes(person)) throw new Refused({ person: 'fout.keuze' });
		return { kind: 'zoekt', personId: person, name: nameIn(youth, person) };
	});

async function asking(
	ctx: Ctx,
	actor: Actor,
	{ key, field }: { key: string; field: string },
	whom: (youth: Planned) => { kind: StayKind; personId: PersonId | null; name: string }
): Promise<AskedNow | null> {
	let asked: AskedNow | null = null;
	await writing(ctx, actor, { act: 'ask', key }, async (tx, may, youth) => {
		const { plan } = youth;
		if ((await stayRows(tx, plan.id)).length >= MOST_STAYS)
			throw new Refused({ [field]: 'laterStay.tooMany' });
		const who = whom(youth);
		const token = newToken();
		const at = ctx.now();
		await insertStay(tx, may, {
			...{ ...who, id: newId<StayId>(), planId: plan.id, tokenHash: hashToken(token) },
			...{ askedAt: at, expiresAt: stayExpires(at) }
		});
		asked = { name: who.name, token };
	});
	return asked;
}

/** The youth takes a question, or a yes, back: the link is over at once. */
export const withdrawStay = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof WithdrawStay>
): Promise<void> =>
	writing(ctx, actor, { act: 'withdraw', key: input.key }, async (tx, may, { plan }) => {
		await withdrawStayRow(tx, may, { planId: plan.id, id: input.stay, at: ctx.now() });
	});

/**
 * Whoever was asked says yes or no, and may come back on it.
 * @throws {Denied} `hide` for a link that is over, and for who may not answer it
 */
export async function answerStay(
	ctx: Ctx,
	actor: Actor,
	token: string,
	{ key, says }: z.output<typeof AnswerStay>
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:answer-stay', key), async (tx) => {
		const found = await askedBehind(ctx, tx, token);
		const may = authorize(canAnswerStay, actor, found?.facts);
		await answerStayRow(tx, may, says, ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'toekomstplan-stay' });
		return '';
	});
}
