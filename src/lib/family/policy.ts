import { allow, deny, hide, policy } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyFacts } from './model.ts';
import { ageOf, hasGezagOverAny, hasMinors, isRegisseur, participationOf } from './rules.ts';

/** From this age a child has an own sign-in (access-rules: under 12 guided pages only). */
export const OWN_SIGN_IN_AGE = 12;

/**
 * Who may know who the regisseur is: everyone who takes part in the family with something to see.
 * A parent without gezag has nothing in the portal, and is told why and what to ask (BW 1:377c).
 */
export const canReadRegisseur = policy('regisseur.read', (actor, family: FamilyFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (isRegisseur(family, actor.id)) {
		return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
	}
	const me = participationOf(family, actor.id);
	if (!me) return hide('geen_deelnemer');
	switch (me.relation) {
		case 'kind':
			return (ageOf(family, actor.id) ?? 0) >= OWN_SIGN_IN_AGE
				? allow('kind')
				: deny('jonger_dan_12');
		case 'ouder':
		case 'voogd':
			if (hasGezagOverAny(family, actor.id)) return allow(me.relation);
			return hasMinors(family) ? deny('geen_gezag') : hide('meerderjarig');
		case 'pleegouder':
		case 'gezinshuisouder':
		case 'netwerk':
			return allow(me.relation);
		case 'steun':
			// Sees the plan through a parent; who the regisseur is, that parent tells.
			return hide('via_ouder');
		case 'professional':
			return actor.assurance === 'second-factor' ? allow('professional') : hide('tweede_factor');
	}
	return hide('onbekende_relatie');
});

/** Who has this family in the caseload: the regisseur and the stand-in, while they are that. */
export const canOpenCaseload = policy('caseload.open', (actor, family: FamilyFacts) => {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	return allow('regisseur');
});

/** Who belongs to this family today, with or without something to see: may open its first page. */
export const canEnterFamily = policy('family.enter', (actor, family: FamilyFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const me = participationOf(family, actor.id);
	if (!me) return hide('geen_deelnemer');
	if (me.relation === 'professional' && actor.assurance !== 'second-factor') {
		return hide('tweede_factor');
	}
	return allow(me.relation);
});

export type DeskFacts = { readonly id: PersonId; readonly professional: boolean };

/** Whose desk: only the professional's own, with the second factor. What lies on it, the list says. */
export const canOpenDesk = policy('desk.open', (actor, desk: DeskFacts) => {
	if (actor.kind !== 'person' || actor.id !== desk.id || !desk.professional) {
		return hide('geen_professional');
	}
	return actor.assurance === 'second-factor' ? allow('professional') : hide('tweede_factor');
});
