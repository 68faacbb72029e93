import { recordAudit } from '#lib/audit/server/commands.ts';
import { childrenOf, isRegisseur } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type { ConsultationId, WriteConsultation } from '../consultation.model.ts';
import { canReadConsultation, canWriteConsultation } from '../consultation.policy.ts';
import { childrenOfSteps } from './consultations.queries.ts';
import { consultationRows, insertConsultation } from './consultations.store.ts';

/**
 * A professional writes down that the family was talked about. Nothing is ever changed: a correction is
 * a new entry that names the old one.
 *
 * Whom it is about: the regisseur ticks children. Another professional may not know which children there
 * are, so it is about all children of the goals in which that professional has a step; of a correction,
 * about the children of what it corrects.
 * @throws {Denied} for who is not a professional of this plan with the second factor, and for a
 * correction of an entry that this person does not see
 * @throws {Refused} for a day that is still to come, and without a child
 */
export async function writeConsultation(
	ctx: Ctx,
	actor: Actor,
	input: WriteConsultation
): Promise<void> {
	const me = actor.kind === 'person' ? actor.id : ('' as PersonId);
	await once(ctx, `consultation:${me}:${input.key}`, async (tx) => {
		const now = ctx.now();
		const loaded = await loadPlan(tx, input.family, dayInNetherlands(now));
		const id = newId<ConsultationId>();
		const plan = loaded && ruleFacts(loaded);
		const permit = authorize(canWriteConsultation, actor, plan && { id, plan });
		if (!loaded || !plan) return '';
		const corrected = await correctedBy();
		const children = isRegisseur(plan.family, me)
			? input.children.filter((child) => childrenOf(plan.family).includes(child))
			: (corrected?.children ?? childrenOfSteps(loaded, me));
		const errors = {
			...(input.day > plan.family.today && { day: 'consult.dayAhead' }),
			...(children.length === 0 && { children: 'consult.noChildren' })
		};
		if (Object.keys(errors).length > 0) throw new Refused(errors);
		await insertConsultation(tx, permit, {
			familyId: input.family,
			heldOn: input.day,
			presentWords: input.present,
			whyWords: input.why,
			outcomeWords: input.outcome,
			children,
			authorId: me,
			writtenAt: now,
			correctsId: corrected?.id ?? null
		});
		const act = { action: 'create', thing: 'consultation', familyId: input.family } as const;
		await recordAudit(ctx, tx, permit, act);
		return '';

		async function correctedBy() {
			if (!input.corrects || !plan) return null;
			const rows = await consultationRows(tx, input.family);
			const row = rows.find((one) => one.id === input.corrects);
			authorize(canReadConsultation, actor, row && { ...row, plan });
			return row ?? null;
		}
	});
}
