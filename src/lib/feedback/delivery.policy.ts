import type { ConsentFacts } from '#lib/consent/model.ts';
import type { FamilyFacts, OrganisationId } from '#lib/family/model.ts';
import { ageOf } from '#lib/family/rules.ts';
import { addDays, type Period } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';
import { canReadChildPart } from '#lib/plan/policy.ts';
import { canAnswer, DAYS_AFTER } from './policy.ts';
import type { TrajectoryId } from './trajectory.model.ts';

/**
 * From this age a youth alone says what a provider may have with the own name. Younger, help asks a yes of
 * youth and parents together (facts 2.8), which this step does not know: then only the parent is asked.
 */
export const DELIVERS_FROM_AGE = 16;

export type RecordFacts = Period & {
	readonly id: TrajectoryId;
	readonly childId: PersonId;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/**
 * Who may let the provider have a grade about this help: the youth of whom it is, from 16, or who brings
 * the child up and may see the child's part of the plan. Nobody learns here of help that they may not see.
 */
export const canDeliver = policy('delivery.give', (actor, facts: RecordFacts) => {
	const { family, childId, consent, from, until } = facts;
	const asked = canAnswer(actor, family);
	if (asked.outcome !== 'allow' || actor.kind !== 'person') return hide('niet_gevraagd');
	const lately = from <= family.today && (!until || family.today < addDays(until, DAYS_AFTER));
	if (!lately) return hide('niet_gevraagd');
	if (asked.relation === 'kind') {
		if (actor.id !== childId) return hide('niet_over_u');
		return (ageOf(family, childId) ?? 0) >= DELIVERS_FROM_AGE ? asked : hide('niet_gevraagd');
	}
	return canReadChildPart(actor, { id: childId, family, consent });
});

/** Somebody's own yes is taken back by that person alone, whatever place they have now. */
export const canTakeBack = policy(
	'delivery.take-back',
	(actor, facts: { readonly id: TrajectoryId; readonly personId: PersonId }) =>
		actor.kind === 'person' && actor.id === facts.personId ? allow('zelf') : hide('niet_van_u')
);

/** Only the portal's own machine makes the file of a provider, and only of a quarter that is over. */
export const canMakeFile = policy(
	'delivery.make',
	(actor, provider: { readonly id: OrganisationId; readonly over: boolean }) =>
		actor.kind === 'machine' && actor.source === provider.id && provider.over
			? allow('beheer')
			: hide('onbekend')
);
