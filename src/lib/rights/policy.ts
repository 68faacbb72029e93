import type { RegionId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { RegionFacts } from './regional-help.model.ts';

/** Everybody reads about rights, also without an account: there is nothing of anybody in it. */
export const canReadRights = policy('rights.read', () => allow('iedereen'));

/** Help in a region is kept by its administrators of today, with a second factor; an operator may begin it. */
export const canEditRegionalHelp = policy('regional-help.edit', (actor, region: RegionFacts) => {
	if (actor.kind === 'machine' && region.organisations.includes(actor.source))
		return allow('organisatie');
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return hide('tweede_factor');
	return region.administrators.includes(actor.id) ? allow('beheerder') : hide('niet_van_u');
});

export type RegionsFacts = { readonly id: PersonId; readonly regions: readonly RegionId[] };

/** The list of the regions that somebody keeps: hidden from everybody who keeps none. */
export const canOpenRegions = policy('regions.open', (actor, facts: RegionsFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	if (actor.assurance !== 'second-factor') return hide('tweede_factor');
	return facts.regions.length > 0 ? allow('beheerder') : hide('niet_van_u');
});
