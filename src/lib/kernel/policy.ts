import type { Actor } from './actor.ts';

/**
 * The answer of a rule.
 * - `allow` says in which relation, so that the access log can name it;
 * - `deny` is a refusal the person may understand (403, with a reason that is a message key);
 * - `hide` answers as if the thing did not exist (404): in youth care the existence of a plan is
 *   already a secret.
 */
export type Decision =
	| { readonly outcome: 'allow'; readonly relation: string }
	| { readonly outcome: 'deny'; readonly reason: string }
	| { readonly outcome: 'hide'; readonly reason: string };

export const allow = (relation: string): Decision => ({ outcome: 'allow', relation });
export const deny = (reason: string): Decision => ({ outcome: 'deny', reason });
export const hide = (reason: string): Decision => ({ outcome: 'hide', reason });

/** What a rule decides about: always a thing with an id, so that a permit can name it. */
export type Facts = { readonly id: string };

export type Policy<Ability extends string, F extends Facts> = {
	(actor: Actor, facts: F): Decision;
	readonly ability: Ability;
};

/** Names a rule. The rule itself is synchronous and pure: facts in, decision out. */
export function policy<const Ability extends string, F extends Facts>(
	ability: Ability,
	rule: (actor: Actor, facts: F) => Decision
): Policy<Ability, F> {
	return Object.assign((actor: Actor, facts: F) => rule(actor, facts), { ability });
}

declare const proof: unique symbol;

/** Proof that a rule said yes to this actor for this thing. A store's write takes it instead of an id. */
export type Permit<Ability extends string = string, ThingId extends string = string> = {
	readonly ability: Ability;
	readonly id: ThingId;
	readonly actor: Actor;
	readonly relation: string;
	readonly [proof]: true;
};

/** Thrown by {@link authorize}; the HTTP shell turns `hide` into 404 and `deny` into 403. */
export class Denied extends Error {
	readonly ability: string;
	readonly decision: Exclude<Decision, { outcome: 'allow' }>;
	constructor(ability: string, decision: Exclude<Decision, { outcome: 'allow' }>) {
		super(`${ability}: ${decision.outcome} (${decision.reason})`);
		this.ability = ability;
		this.decision = decision;
	}
}

/**
 * Asks a rule and returns a permit.
 * A row that is absent and a row you may not know about answer the same.
 * @throws {Denied}
 */
export function authorize<Ability extends string, F extends Facts>(
	rule: Policy<Ability, F>,
	actor: Actor,
	facts: F | null | undefined
): Permit<Ability, F['id']> {
	if (!facts) throw new Denied(rule.ability, { outcome: 'hide', reason: 'onbekend' });
	const decision = rule(actor, facts);
	if (decision.outcome !== 'allow') throw new Denied(rule.ability, decision);
	return {
		ability: rule.ability,
		id: facts.id,
		actor,
		relation: decision.relation
	} as Permit<Ability, F['id']>;
}

/** Whether a rule says yes: for hiding buttons and filtering lists, never instead of {@link authorize}. */
export const may = <Ability extends string, F extends Facts>(
	rule: Policy<Ability, F>,
	actor: Actor,
	facts: F
): boolean => rule(actor, facts).outcome === 'allow';
