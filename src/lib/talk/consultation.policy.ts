import { isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { canReadChildPart, type PlanRuleFacts } from '#lib/plan/policy.ts';
import type { ConsultationId } from './consultation.model.ts';

/** The regisseur, and a professional whom a step of the plan names; both with the second factor. */
function asProfessional(actor: Actor, { family, stepOwners }: PlanRuleFacts): Decision {
	if (actor.kind !== 'person') return hide('geen_professional');
	const regisseur = isRegisseur(family, actor.id);
	const named =
		participationOf(family, actor.id)?.relation === 'professional' && stepOwners.includes(actor.id);
	if (!regisseur && !named) return hide('geen_professional');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	return allow(regisseur ? 'regisseur' : 'professional');
}

/** Who writes down that the family was talked about. */
export const canWriteConsultation = policy(
	'consultation.write',
	(actor, { plan }: { readonly id: ConsultationId; readonly plan: PlanRuleFacts }) =>
		asProfessional(actor, plan)
);

export type ConsultationFacts = {
	readonly id: ConsultationId;
	readonly children: readonly PersonId[];
	readonly authorId: PersonId;
	readonly plan: PlanRuleFacts;
};

/**
 * Who reads an entry: who may see for every child it names. One of them is not enough, as it is for a
 * goal: what professionals said of one child stands in the same sentence as what they said of the
 * other. Besides them the professional who wrote it, while the plan names that one.
 */
export const canReadConsultation = policy(
	'consultation.read',
	(actor, { children, authorId, plan }: ConsultationFacts) => {
		const decisions = children.map((id) =>
			canReadChildPart(actor, { id, family: plan.family, consent: plan.consent })
		);
		const [first] = decisions;
		if (first && decisions.every((one) => one.outcome === 'allow')) return first;
		const own = actor.kind === 'person' && actor.id === authorId;
		return own ? asProfessional(actor, plan) : hide('niet_over_u');
	}
);
