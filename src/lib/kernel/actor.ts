import type { Id, PersonId } from './id.ts';

/**
 * How sure we are that this is the person: by a link sent to an e-mail address, or with a second
 * factor as well. Staff see nothing without the second factor.
 */
export type Assurance = 'link' | 'second-factor';

/**
 * Who asks. Carries no role: standing in a relation to a child or a plan is a fact about that child
 * or plan, not about the person.
 */
export type Actor =
	| { readonly kind: 'visitor' }
	| { readonly kind: 'person'; readonly id: PersonId; readonly assurance: Assurance }
	| { readonly kind: 'machine'; readonly source: Id<'Organisation'> };

export const visitor: Actor = { kind: 'visitor' };
