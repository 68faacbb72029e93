import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { canWritePlan } from '#lib/plan/policy.ts';
import { editing } from '#lib/plan/server/edit.commands.ts';
import { ruleFacts } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { AnswerHandover, HandoverId, ReviseHandover, StartHandover } from '../model.ts';
import { canAnswerHandover } from '../policy.ts';
import { handoverFacts } from './facts.ts';
import {
	handoverRow,
	insertAnswer,
	insertHandover,
	insertText,
	type WholeHandover
} from './store.ts';

const NOTHING = { outcome: 'hide', reason: 'onbekend' } as const;

/**
 * The regisseur writes down what a joint handover talk agreed.
 * @returns the id of the handover
 * @throws {Denied} for anyone but the regisseur and the stand-in
 * @throws {Refused} for a child that is not of this family
 */
export const startHandover = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof StartHandover>
): Promise<string> =>
	once(ctx, receipt(actor, 'handover:start', input.key), async (tx) => {
		const { loaded, by } = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(loaded));
		const known = new Set(childrenOf(loaded.family.facts));
		if (!input.children.every((child) => known.has(child)))
			throw new Refused({ children: 'fout.kinderen' });
		const { key: _, children, ...text } = input;
		const id = newId<HandoverId>();
		const at = ctx.now();
		await insertHandover(tx, may, { id, familyId: family, children, createdAt: at });
		await insertText(tx, may, { ...text, handoverId: id, revision: 1, authorId: by, at });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'handover', familyId: family });
		return id;
	});

/**
 * The regisseur changes the words. Who said yes said it to the earlier words, and is asked again.
 * @throws {Refused} when somebody changed it since the form was made
 */
export const reviseHandover = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: HandoverId,
	input: z.output<typeof ReviseHandover>
): Promise<string> =>
	once(ctx, receipt(actor, 'handover:revise', input.key), async (tx) => {
		const { loaded, by } = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(loaded));
		const row = await existing(tx, family, id, canWritePlan.ability);
		const { key: _, revision, ...text } = input;
		unchanged(row, revision);
		await insertText(tx, may, {
			...text,
			...{ handoverId: id, revision: revision + 1, authorId: by, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'handover', familyId: family });
		return id;
	});

/**
 * Somebody whose yes is asked says yes or no to the words as they are now, for themselves.
 * @throws {Denied} for everyone else
 * @throws {Refused} when the words changed since the form was made: a yes is to words that were read
 */
export const answerHandover = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: HandoverId,
	input: z.output<typeof AnswerHandover>
): Promise<string> =>
	once(ctx, receipt(actor, 'handover:answer', input.key), async (tx) => {
		const { loaded, by } = await editing(ctx, tx, actor, family, canAnswerHandover.ability);
		const row = await existing(tx, family, id, canAnswerHandover.ability);
		const may = authorize(canAnswerHandover, actor, handoverFacts(loaded, row));
		unchanged(row, input.revision);
		const { revision, says, words } = input;
		await insertAnswer(tx, may, {
			...{ id: newId(), revision, personId: by, says, words, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'handover', familyId: family });
		return id;
	});

async function existing(tx: Tx, family: FamilyId, id: HandoverId, ability: string) {
	const row = await handoverRow(tx, family, id);
	if (!row) throw new Denied(ability, NOTHING);
	return row;
}

function unchanged(row: WholeHandover, revision: number): void {
	if (row.texts[0]?.revision !== revision) throw new Refused({ revision: 'fout.intussen' });
}
