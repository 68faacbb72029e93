import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { canReadPlan } from '../policy.ts';
import type { ProposalView } from '../proposal.model.ts';
import { canAnswerProposal, canReadProposal, canWithdrawProposal } from '../proposal.policy.ts';
import { hasAccepted } from '../proposal.rules.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { proposalFacts } from './proposal.facts.ts';
import { proposalRows } from './proposal.store.ts';
import { viewerOf } from './viewer.ts';

export type ProposalsView = {
	readonly familyId: FamilyId;
	readonly proposals: readonly ProposalView[];
};

/**
 * The proposals that this person may see, newest first.
 * @throws {Denied} like the plan page
 */
export async function getProposals(ctx: Ctx, actor: Actor, id: FamilyId): Promise<ProposalsView> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const plan = loaded?.plan;
	if (!loaded || !plan || actor.kind !== 'person') {
		throw new Denied(canReadProposal.ability, { outcome: 'hide', reason: 'onbekend' });
	}
	await recordRead(ctx, permit, { thing: 'proposals', familyId: id });
	const viewer = viewerOf(actor, loaded);
	const rows = await proposalRows(ctx.db.read, plan.id);
	const proposals = rows.flatMap((row): ProposalView[] => {
		const facts = proposalFacts(row, loaded, plan);
		if (!may(canReadProposal, actor, facts)) return [];
		return [
			{
				...{ id: row.id, kind: row.kind, state: row.state, words: row.words },
				...{ isNew: row.before === null, before: row.before, after: row.after },
				author: viewer.named(row.authorId),
				on: dayInNetherlands(row.at),
				sides: facts.sides.map((side) => ({
					of: side.of,
					people: side.people.map(viewer.named),
					accepted: hasAccepted(side, row.authorId, row.answers)
				})),
				answers: row.answers.map(({ personId, accepts, words, at }) => ({
					person: viewer.named(personId),
					...{ accepts, words, on: dayInNetherlands(at) }
				})),
				may: {
					answer:
						may(canAnswerProposal, actor, facts) &&
						!row.answers.some((one) => one.personId === actor.id),
					withdraw: may(canWithdrawProposal, actor, facts)
				}
			}
		];
	});
	return { familyId: id, proposals };
}
