import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { EditInput } from '../edit.model.ts';
import type { AnswerProposal, ProposalId, WithdrawProposal } from '../proposal.model.ts';
import { canAnswerProposal, canPropose, canWithdrawProposal } from '../proposal.policy.ts';
import { childrenOfChange, decided, rebased } from '../proposal.rules.ts';
import type { ItemChange } from '../version.model.ts';
import { itemKey, saysTheSame } from '../version.rules.ts';
import { changePlan } from './change.ts';
import { drafted, editing, receipt, type Editing } from './edit.commands.ts';
import { itemsOf } from './items.ts';
import { proposalFacts } from './proposal.facts.ts';
import { closeProposal, insertAnswer, insertProposal, proposalRows } from './proposal.store.ts';

/**
 * A family member, or the regisseur, proposes what a form says. Nothing changes yet.
 * @param words why, in own words
 * @returns the id of the proposal
 * @throws {Denied} for who may not see each child it is about, and for an item that is not there
 * @throws {Refused} when the words cannot enter this plan, or change nothing
 */
export const proposePart = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	edit: EditInput,
	words: string | null
): Promise<string> =>
	once(ctx, receipt(actor, 'propose', edit.input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canPropose.ability);
		const { loaded, plan, by } = now;
		const facts = { family: loaded.family.facts, consent: loaded.consent };
		const change = drafted(now, edit);
		const children = childrenOfChange(change, itemsOf(plan), facts.family);
		const may = authorize(canPropose, actor, { ...facts, id: change.id, children });
		// Who may see the item after the change must see it before, or it could be pulled into sight.
		const before = childrenOfChange(
			{ ...change, after: null } as ItemChange,
			itemsOf(plan),
			facts.family
		);
		if (change.before) authorize(canPropose, actor, { ...facts, id: change.id, children: before });
		if (!change.after || saysTheSame(change.before, change.after)) {
			throw new Refused({ [FIRST_FIELD[change.kind]]: 'fout.gelijk' });
		}
		const id = newId<ProposalId>();
		await insertProposal(tx, may, {
			...{ id, planId: plan.id, authorId: by, at: ctx.now(), words, state: 'open' },
			...{ kind: change.kind, itemId: change.id, before: change.before, after: change.after }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'proposal', familyId: family });
		return id;
	});

/** Where a message stands that is about the whole form. */
const FIRST_FIELD: Readonly<Record<ItemChange['kind'], string>> = {
	ending: 'reviewOn',
	situation: 'ownWords',
	goal: 'ownWords',
	step: 'title',
	exit: 'words'
};

/**
 * Somebody who is asked says yes or no. With the last yes the change enters the plan, as a version.
 * @throws {Denied} for who is not asked
 * @throws {Refused} when a professional says no without a reason, and when the plan changed in the same
 * place since: then nothing is written, and the page shows both
 */
export const answerProposal = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof AnswerProposal>
): Promise<string> =>
	once(ctx, receipt(actor, 'answer-proposal', input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canAnswerProposal.ability);
		const { row, facts } = await existing(tx, now, input.proposal, canAnswerProposal.ability);
		const may = authorize(canAnswerProposal, actor, facts);
		const accepts = input.says === 'ja';
		if (!accepts && may.relation === 'regisseur' && !input.words) {
			throw new Refused({ words: 'fout.reden' });
		}
		const { words } = input;
		await insertAnswer(tx, may, { personId: now.by, accepts, words, at: ctx.now() });
		const said = [...row.answers, { personId: now.by, accepts }];
		const state = decided(facts.sides, row.authorId, said);
		if (state === 'accepted') {
			const change = enteringChange(now, row);
			await changePlan(ctx, tx, may, {
				...{ plan: now.plan, familyId: family, cause: 'proposal', changes: [change] }
			});
		}
		if (state !== 'open') await closeProposal(tx, may, state, ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'proposal', familyId: family });
		return row.id;
	});

/** Its author takes a proposal back. @throws {Denied} for everyone else, and once it is decided */
export const withdrawProposal = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof WithdrawProposal>
): Promise<string> =>
	once(ctx, receipt(actor, 'withdraw-proposal', input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canWithdrawProposal.ability);
		const { row, facts } = await existing(tx, now, input.proposal, canWithdrawProposal.ability);
		const may = authorize(canWithdrawProposal, actor, facts);
		await closeProposal(tx, may, 'withdrawn', ctx.now());
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'proposal', familyId: family });
		return row.id;
	});

async function existing(tx: Tx, { loaded, plan }: Editing, id: ProposalId, ability: string) {
	const row = (await proposalRows(tx, plan.id)).find((one) => one.id === id);
	if (!row) throw new Denied(ability, { outcome: 'hide', reason: 'onbekend' });
	return { row, facts: proposalFacts(row, loaded, plan) };
}

/** What a proposal changes in the plan of today. */
function enteringChange(
	{ plan }: Editing,
	row: Awaited<ReturnType<typeof existing>>['row']
): ItemChange {
	const item = itemsOf(plan).find(
		(one) => itemKey(one) === itemKey({ kind: row.kind, id: row.itemId })
	);
	const after = rebased({ before: row.before, after: row.after }, item?.content ?? null);
	if (!after) throw new Refused({ proposal: 'fout.intussen' });
	return { kind: row.kind, id: row.itemId, before: item?.content ?? null, after } as ItemChange;
}
