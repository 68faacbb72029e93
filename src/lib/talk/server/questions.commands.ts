import { recordAudit } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type { z } from 'zod';
import type {
	AskQuestion,
	CloseQuestion,
	MoveDate,
	QuestionId,
	QuestionKind,
	Reply
} from '../question.model.ts';
import {
	canAskQuestion,
	canCloseQuestion,
	canMoveDate,
	canReply,
	type QuestionFacts
} from '../question.policy.ts';
import { answerExpectedOn } from '../rules.ts';
import { questionFacts } from './questions.queries.ts';
import {
	insertQuestion,
	insertReply,
	questionRow,
	saveClosed,
	saveMovedDate,
	type QuestionRow
} from './questions.store.ts';

/**
 * Somebody of the family asks the regisseur something, or asks for a meeting. The day on which an
 * answer is expected is set now.
 * @returns the id of the question
 * @throws {Denied} for who has nothing to see here; `deny` when the family has no regisseur
 */
export async function askQuestion(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof AskQuestion>,
	kind: QuestionKind
): Promise<QuestionId> {
	const me = personOf(actor);
	const answer = await once(ctx, `question:${me}:${input.key}`, async (tx) => {
		const today = dayInNetherlands(ctx.now());
		const loaded = await loadPlan(tx, input.family, today);
		const id = newId<QuestionId>();
		const permit = authorize(canAskQuestion, actor, loaded && { id, plan: ruleFacts(loaded) });
		await insertQuestion(tx, permit, {
			familyId: input.family,
			askerId: me,
			kind,
			words: input.question,
			at: ctx.now(),
			expectedOn: answerExpectedOn(today)
		});
		const act = { action: 'create', thing: 'question', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, act);
		return id;
	});
	return answer as QuestionId;
}

/**
 * The asker or the regisseur writes on. When the asker asks on after an answer, a new day is expected.
 * @throws {Denied} `hide` for everyone else; `deny` when the question is closed
 */
export const reply = (ctx: Ctx, actor: Actor, input: z.output<typeof Reply>) =>
	act(ctx, actor, input, async (tx, { facts, row, me, today }) => {
		const permit = authorize(canReply, actor, facts);
		const ofAsker = row?.askerId === me;
		await insertReply(tx, permit, {
			authorId: me,
			words: input.reply,
			at: ctx.now(),
			turn: ofAsker ? 'regisseur' : 'asker',
			expectedOn: ofAsker && row.turn === 'asker' ? answerExpectedOn(today) : null
		});
		return permit;
	});

/**
 * The regisseur says once that the answer comes later, and why.
 * @throws {Denied} for everyone else; `deny` the second time
 * @throws {Refused} for a day that is not later
 */
export const moveDate = (ctx: Ctx, actor: Actor, input: z.output<typeof MoveDate>) =>
	act(ctx, actor, input, async (tx, { facts, row, today }) => {
		const permit = authorize(canMoveDate, actor, facts);
		if (!row || input.to <= row.expectedOn || input.to < today)
			throw new Refused({ to: 'question.notLater' });
		await saveMovedDate(tx, permit, { movedTo: input.to, movedWords: input.reason });
		return permit;
	});

/** The asker says that it is answered. @throws {Denied} for everyone else */
export const closeQuestion = (ctx: Ctx, actor: Actor, input: z.output<typeof CloseQuestion>) =>
	act(ctx, actor, input, async (tx, { facts }) => {
		const permit = authorize(canCloseQuestion, actor, facts);
		await saveClosed(tx, permit, ctx.now());
		return permit;
	});

type Known = {
	readonly facts: QuestionFacts | null;
	readonly row: QuestionRow | undefined;
	/** Who acts; empty for nobody, whom every rule refuses first. */
	readonly me: PersonId;
	readonly today: Day;
};

const personOf = (actor: Actor): PersonId =>
	actor.kind === 'person' ? actor.id : ('' as PersonId);

/** Facts, act and access log in one transaction, so that nothing changes in between. */
async function act(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof CloseQuestion>,
	work: (tx: Tx, known: Known) => Promise<Permit>
): Promise<void> {
	const me = personOf(actor);
	await once(ctx, `question:${me}:${input.key}`, async (tx) => {
		const today = dayInNetherlands(ctx.now());
		const loaded = await loadPlan(tx, input.family, today);
		const row = await questionRow(tx, input.family, input.question);
		const facts = loaded && row ? questionFacts(row, loaded) : null;
		const permit = await work(tx, { facts, row, me, today });
		const log = { action: 'update', thing: 'question', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, log);
		return '';
	});
}
