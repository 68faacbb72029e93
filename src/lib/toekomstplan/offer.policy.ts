import type { FamilyFacts } from '#lib/family/model.ts';
import { canOpenCaseload } from '#lib/family/policy.ts';
import { ageOf, participationOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { hide, policy } from '#lib/kernel/policy.ts';
import { OFFERED_FROM_AGE, UNTIL_AGE } from './model.ts';

export type OfferFacts = {
	/** The youth. */
	readonly id: PersonId;
	readonly family: FamilyFacts;
};

/** The regisseur, or who stands in, writes down an offer to a youth of the family from 16 to 27. */
export const canRecordOffer = policy('toekomstplan.record-offer', (actor, facts: OfferFacts) => {
	const { id, family } = facts;
	if (participationOf(family, id)?.relation !== 'kind') return hide('geen_kind');
	const age = ageOf(family, id) ?? 0;
	if (age < OFFERED_FROM_AGE || age >= UNTIL_AGE) return hide('andere_leeftijd');
	return canOpenCaseload(actor, family);
});
