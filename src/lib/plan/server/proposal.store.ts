import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { among } from '#lib/server/db/among.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { regisseurAssignment } from '#lib/server/db/schema/family.ts';
import { plan, proposal, proposalAnswer } from '#lib/server/db/schema/plan.ts';
import type { PlanId } from '../model.ts';
import type { ProposalId, ProposalState } from '../proposal.model.ts';

type AnswerRow = typeof proposalAnswer.$inferSelect;
export type ProposalRow = typeof proposal.$inferSelect & { readonly answers: readonly AnswerRow[] };

export const insertProposal = (
	tx: Tx,
	_may: Permit<'proposal.make'>,
	row: typeof proposal.$inferInsert
) => tx.insert(proposal).values(row);

/** What somebody says last counts. */
export const insertAnswer = (
	tx: Tx,
	may: Permit<'proposal.answer', string>,
	row: Omit<AnswerRow, 'proposalId'>
) =>
	tx
		.insert(proposalAnswer)
		.values({ ...row, proposalId: may.id as ProposalId })
		.onConflictDoUpdate({
			target: [proposalAnswer.proposalId, proposalAnswer.personId],
			set: { accepts: row.accepts, words: row.words, at: row.at }
		});

export const closeProposal = (
	tx: Tx,
	may: Permit<'proposal.answer' | 'proposal.withdraw', string>,
	state: Exclude<ProposalState, 'open'>,
	at: Date
) =>
	tx
		.update(proposal)
		.set({ state, closedAt: at })
		.where(eq(proposal.id, may.id as ProposalId));

/** The proposals of a plan, newest first, each with what was said to it. */
export async function proposalRows(read: Reader, planId: PlanId): Promise<ProposalRow[]> {
	const rows = await read
		.select()
		.from(proposal)
		.where(eq(proposal.planId, planId))
		.orderBy(desc(proposal.at));
	if (rows.length === 0) return [];
	const answers = await read
		.select()
		.from(proposalAnswer)
		.where(
			inArray(
				proposalAnswer.proposalId,
				rows.map((row) => row.id)
			)
		)
		.orderBy(proposalAnswer.at);
	return rows.map((row) => ({
		...row,
		answers: answers.filter((one) => one.proposalId === row.id)
	}));
}

/** The open proposals of a plan with what was said to them, in one statement. */
export async function openRows(read: Reader, planId: PlanId): Promise<ProposalRow[]> {
	const rows = await read
		.select({ proposal, answer: proposalAnswer })
		.from(proposal)
		.leftJoin(proposalAnswer, eq(proposalAnswer.proposalId, proposal.id))
		.where(and(eq(proposal.planId, planId), eq(proposal.state, 'open')));
	return [...Map.groupBy(rows, (row) => row.proposal.id).values()].flatMap((same) => {
		const [first] = same;
		return first ? [{ ...first.proposal, answers: same.flatMap((row) => row.answer ?? []) }] : [];
	});
}

/**
 * Open proposals of these families to which neither the newest regisseur nor the stand-in said anything,
 * and which neither of them made; oldest first, since when.
 */
export const openProposals = async (read: Reader, families: readonly FamilyId[]) =>
	openOnes(read).all({ families: JSON.stringify(families) });

const openOnes = prepared((read) =>
	read
		.select({ familyId: plan.familyId, at: proposal.at })
		.from(proposal)
		.innerJoin(plan, and(eq(plan.id, proposal.planId), eq(plan.state, 'active')))
		.where(
			and(
				among(plan.familyId, 'families'),
				eq(proposal.state, 'open'),
				sql`NOT EXISTS (SELECT 1 FROM ${regisseurAssignment} r WHERE r.family_id = ${plan.familyId}
					AND NOT EXISTS (SELECT 1 FROM ${regisseurAssignment} later
						WHERE later.family_id = r.family_id AND later."from" > r."from")
					AND (r.person_id = ${proposal.authorId} OR r.stand_in_id = ${proposal.authorId}
						OR EXISTS (SELECT 1 FROM ${proposalAnswer} a
							WHERE a.proposal_id = ${proposal.id}
							AND (a.person_id = r.person_id OR a.person_id = r.stand_in_id))))`
			)
		)
		.orderBy(proposal.at)
		.prepare()
);
