import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { ProposalsView } from '../proposal.model.ts';
import {
	canAnswerProposal,
	canListProposals,
	canProposeSomething,
	canReadProposal
} from '../proposal.policy.ts';
import { hasAccepted, PROFESSIONALS } from '../proposal.rules.ts';
import { itemsOf } from './items.ts';
import { loadPlan, measuredChildren, ruleFacts, type LoadedPlan } from './load.ts';
import { proposalFacts } from './proposal.facts.ts';
import { scopeOf } from './proposal.scope.ts';
import { openRows, proposalRows } from './proposal.store.ts';
import { proposalView } from './proposal-view.ts';
import { goalsIn, seenItem, sightOf, type Sight } from './sight.ts';
import type { PlanRow } from './store.ts';
import type { Person } from './viewer.ts';

/**
 * The proposals that this person may see, newest first, and what this person may propose about.
 * @throws {Denied} like the plan page; not for who is asked to do a first step in it
 */
export async function getProposals(ctx: Ctx, actor: Actor, id: FamilyId): Promise<ProposalsView> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const plan = loaded?.plan;
	const rows = plan ? await proposalRows(ctx.db.read, plan.id) : [];
	const all = rows.map((row) => ({
		row,
		facts: loaded && plan ? proposalFacts(row, loaded, plan) : null
	}));
	const proposals = all.flatMap(({ row, facts }) => (facts ? [{ row, facts }] : []));
	const permit = authorize(
		canListProposals,
		actor,
		plan && loaded && { ...ruleFacts(loaded), proposals: proposals.map((one) => one.facts) }
	);
	if (!loaded || !plan || actor.kind !== 'person') {
		throw new Denied(canListProposals.ability, { outcome: 'hide', reason: 'onbekend' });
	}
	await recordRead(ctx, permit, { thing: 'proposals', familyId: id });
	const sight = sightOf(actor, loaded);
	return {
		familyId: id,
		staff: PROFESSIONALS.includes(permit.relation),
		proposals: proposals
			.filter(({ facts }) => may(canReadProposal, actor, facts))
			.map(({ row, facts }) => proposalView(sight, loaded, plan, row, facts)),
		mayPropose: partsToPropose(sight, loaded, plan)
	};
}

function partsToPropose(
	sight: Sight,
	loaded: LoadedPlan,
	plan: PlanRow
): ProposalsView['mayPropose'] {
	const { actor } = sight;
	const facts = { family: loaded.family.facts, consent: loaded.consent, children: [] };
	if (!may(canProposeSomething, actor, { ...facts, id: plan.id })) return null;
	const scope = scopeOf(actor, loaded, plan);
	const goals = goalsIn(itemsOf(plan));
	const measured = measuredChildren(loaded);
	return {
		parts: scope.items.flatMap((item) => {
			if (item.kind === 'exit' && !measured.includes(item.content.childId)) return [];
			const seen = seenItem(sight, item, goals);
			const goalId = item.kind === 'step' ? item.content.goalId : null;
			return seen ? [{ kind: item.kind, id: item.id, name: seen.name, goalId }] : [];
		}),
		exits: scope.children.some((child) => measured.includes(child))
	};
}

/**
 * Whether an open proposal waits for this person's yes or no: one statement.
 * @param loaded the family as the page has it already
 */
export async function someProposalWaits(
	read: Reader,
	actor: Person,
	loaded: LoadedPlan
): Promise<boolean> {
	const { plan } = loaded;
	if (!plan) return false;
	const rows = await openRows(read, plan.id);
	return rows.some((row) => {
		const facts = proposalFacts(row, loaded, plan);
		if (!may(canAnswerProposal, actor, facts)) return false;
		return facts.sides.some(
			(side) => side.people.includes(actor.id) && !hasAccepted(side, row.authorId, row.answers)
		);
	});
}
