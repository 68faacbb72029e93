import { allow, hide, policy } from '#lib/kernel/policy.ts';

export type GuestFacts = { readonly id: string; readonly over: boolean };

/**
 * Words of somebody without an account are for who holds the secret of that browser, and for nobody
 * else: without it no row is found. It belongs to no person, so no relation opens it.
 */
export const canUseGuestPlan = policy('guest-plan.use', (actor, facts: GuestFacts) => {
	if (actor.kind === 'machine') return hide('geen_gast');
	return facts.over ? hide('gast_voorbij') : allow('gast');
});
