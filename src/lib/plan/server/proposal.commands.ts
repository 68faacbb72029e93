import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { EditInput } from '../edit.model.ts';
import { subjectOf } from '../edit.rules.ts';
import type { AnswerProposal, ProposalId, WithdrawProposal } from '../proposal.model.ts';
import {
	canAnswerProposal,
	canPropose,
	canProposeSomething,
	canWithdrawProposal
} from '../proposal.policy.ts';
import { canBeDecided, decided, entering, PROFESSIONALS, proposable } from '../proposal.rules.ts';
import type { ItemChange } from '../version.model.ts';
import { saysTheSame } from '../version.rules.ts';
import { changePlan } from './change.ts';
import { drafted, editing, refuseStale, type Editing } from './edit.commands.ts';
import { goneItem } from './gone.ts';
import { itemsOf } from './items.ts';
import { measuredChildren } from './load.ts';
import { changeOf, proposalFacts, proposedFacts } from './proposal.facts.ts';
import { scopeOf } from './proposal.scope.ts';
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
	once(ctx, receipt(actor, 'proposal:make', edit.input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canPropose.ability);
		const { loaded, plan, by, person } = now;
		const facts = { family: loaded.family.facts, consent: loaded.consent };
		const begin = authorize(canProposeSomething, actor, { ...facts, id: plan.id, children: [] });
		await refuseGone(tx, actor, now, edit);
		const scope = scopeOf(person, loaded, plan);
		const said = proposable(edit, scope.items, begin.relation === 'regisseur');
		const change = drafted(now, said, scope);
		const proposed = proposedFacts(change, loaded, plan);
		const may = authorize(canPropose, actor, proposed);
		await refuseStale(tx, plan, edit);
		if (!change.after || saysTheSame(change.before, change.after)) {
			throw new Refused({ [FIRST_FIELD[change.kind]]: 'fout.gelijk' });
		}
		if (!canBeDecided(proposed.sides)) {
			const field = change.kind === 'step' ? 'owner' : FIRST_FIELD[change.kind];
			throw new Refused({ [field]: 'fout.nietVragen' });
		}
		const id = newId<ProposalId>();
		await insertProposal(tx, may, {
			...{ id, planId: plan.id, authorId: by, at: ctx.now(), words, state: 'open' },
			...{ kind: change.kind, itemId: change.id, before: change.before, after: change.after }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'proposal', familyId: family });
		return id;
	});

/** A form about a part that was taken out since: only who could propose about it is told so. */
async function refuseGone(tx: Tx, actor: Actor, now: Editing, edit: EditInput): Promise<void> {
	const { loaded, plan } = now;
	const id = subjectOf(edit, plan.id);
	const gone = id && (await goneItem(tx, plan, loaded, { kind: edit.kind, id }));
	if (!gone) return;
	const facts = { family: loaded.family.facts, consent: loaded.consent };
	authorize(canPropose, actor, { ...facts, id: gone.item.id, children: gone.children });
	throw new Refused({ seen: 'fout.intussenWeg' });
}

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
	once(ctx, receipt(actor, 'proposal:answer', input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canAnswerProposal.ability);
		const { row, facts } = await existing(tx, now, input.proposal, canAnswerProposal.ability);
		const may = authorize(canAnswerProposal, actor, facts);
		const accepts = input.says === 'ja';
		if (!accepts && PROFESSIONALS.includes(may.relation) && !input.words) {
			throw new Refused({ words: 'fout.reden' });
		}
		const { words } = input;
		await insertAnswer(tx, may, { personId: now.by, accepts, words, at: ctx.now() });
		const earlier = row.answers.filter((one) => one.personId !== now.by);
		const said = [...earlier, { personId: now.by, accepts }];
		const state = decided(facts.sides, row.authorId, said);
		if (state === 'accepted') {
			const change = entering(changeOf(row), {
				...{ items: itemsOf(now.plan), family: now.loaded.family.facts },
				measured: measuredChildren(now.loaded)
			});
			if (!change) throw new Refused({ proposal: 'fout.intussen' });
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
	once(ctx, receipt(actor, 'proposal:withdraw', input.key), async (tx) => {
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
