import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf, isRegisseur } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { ConsultationId, ConsultationsView } from '../consultation.model.ts';
import { canReadConsultation, canWriteConsultation } from '../consultation.policy.ts';
import { consultationRows } from './consultations.store.ts';

/**
 * Every consultation without the family that this person may read, newest first.
 * @param correcting the entry that the writer wants to correct, if any
 * @throws {Denied} for who may not open the plan
 */
export async function getConsultationsPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	correcting: ConsultationId | null
): Promise<ConsultationsView> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const plan = loaded && ruleFacts(loaded);
	const permit = authorize(canReadPlan, actor, plan);
	if (!loaded || !plan || actor.kind !== 'person')
		throw new Denied(permit.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'consultations', familyId });
	const viewer = viewerOf(actor, loaded);
	const rows = (await consultationRows(ctx.db.read, familyId)).filter((row) =>
		may(canReadConsultation, actor, { ...row, plan })
	);
	const isSeen = (id: ConsultationId | null) => rows.some((row) => row.id === id);
	const corrected = rows.find((row) => row.id === correcting);
	return {
		familyId,
		entries: rows
			.map((row) => ({
				id: row.id,
				on: row.heldOn,
				present: row.presentWords,
				why: row.whyWords,
				outcome: row.outcomeWords,
				about: viewer.about(row.children),
				author: viewer.named(row.authorId),
				writtenOn: dayInNetherlands(row.writtenAt),
				corrects: isSeen(row.correctsId) ? row.correctsId : null,
				correctedBy: rows.findLast((one) => one.correctsId === row.id)?.id ?? null
			}))
			.reverse(),
		write: may(canWriteConsultation, actor, { id: '' as ConsultationId, plan })
			? {
					children: isRegisseur(plan.family, actor.id) ? viewer.about(childrenOf(plan.family)) : [],
					start: {
						corrects: corrected?.id ?? null,
						day: corrected?.heldOn ?? plan.family.today,
						present: corrected?.presentWords ?? '',
						why: corrected?.whyWords ?? '',
						outcome: corrected?.outcomeWords ?? '',
						children: corrected?.children ?? []
					}
				}
			: null
	};
}

/** The children of the goals in which this professional has a step. */
export const childrenOfSteps = ({ plan, family }: LoadedPlan, who: PersonId): PersonId[] => {
	const goals = (plan?.steps ?? [])
		.filter((step) => step.ownerId === who)
		.map((step) => step.goalId);
	const named = (plan?.goals ?? [])
		.filter((goal) => goals.includes(goal.id))
		.flatMap((goal) => goal.children);
	return childrenOf(family.facts).filter((child) => named.includes(child));
};
