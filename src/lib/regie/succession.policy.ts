import type { AssignmentId, FamilyFacts } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { SuccessionId, SuccessionState } from './succession.model.ts';
import { isOpen } from './succession.rules.ts';

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
	readonly assignmentId: AssignmentId;
	readonly from: Day;
	readonly state: SuccessionState;
	readonly family: FamilyFacts;
};

/**
 * Only the colleague who was asked answers: the second person of every change of regisseur
 * (access-rules, acts). An answer counts while the question is open.
 */
export const canAnswerSuccession = policy('succession.answer', (actor, facts: SuccessionFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.toId) return hide('niet_gevraagd');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	return isOpen(facts, facts.family) ? allow('professional') : hide('niet_open');
});

/** Who asked may take the question back while it is not answered, and while they are the regisseur. */
export const canWithdrawSuccession = policy(
	'succession.withdraw',
	(actor, facts: SuccessionFacts) => {
		if (actor.kind !== 'person' || actor.id !== facts.byId) return hide('niet_gevraagd');
		if (facts.state !== 'asked') return hide('al_beantwoord');
		return canArrange(actor, facts.family);
	}
);
