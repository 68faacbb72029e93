import type { FamilyFacts } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { SuccessionId, SuccessionState } from './succession.model.ts';

/**
 * Who arranges a stand-in or a successor: the regisseur of today, with the second factor. The stand-in
 * looks after a family, and does not give it away.
 */
export const canArrange = policy('regisseur.arrange', (actor, family: FamilyFacts) => {
	if (actor.kind !== 'person' || currentAssignment(family)?.personId !== actor.id) {
		return hide('geen_regisseur');
	}
	return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
});

export type SuccessionFacts = {
	readonly id: SuccessionId;
	readonly byId: PersonId;
	readonly toId: PersonId;
	readonly state: SuccessionState;
	readonly family: FamilyFacts;
};

/**
 * Only the colleague who was asked answers: the second person of every change of regisseur
 * (access-rules, acts). An answer counts while the one who asked is still the regisseur.
 */
export const canAnswerSuccession = policy('succession.answer', (actor, facts: SuccessionFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.toId) return hide('niet_gevraagd');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	if (facts.state !== 'asked') return hide('al_beantwoord');
	return currentAssignment(facts.family)?.personId === facts.byId
		? allow('professional')
		: hide('geen_regisseur');
});

/** Who asked may take the question back, while it is not answered. */
export const canWithdrawSuccession = policy(
	'succession.withdraw',
	(actor, facts: SuccessionFacts) => {
		if (facts.state !== 'asked') return hide('al_beantwoord');
		return canArrange(actor, facts.family);
	}
);
