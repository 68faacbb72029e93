import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { ageOf, participationOf } from '#lib/family/rules.ts';

export type ShareFacts = {
	/** The child whose part it is: the only one who may share it. */
	readonly id: PersonId;
	readonly withId: PersonId;
	readonly family: FamilyFacts;
};

/** From this age a child decides who sees the child's part of the plan (access-rules, table). */
export const SHARES_FROM_AGE = 16;

/** With whom a youth can share the own part: people of the family, never professionals. */
export const SHARE_WITH: readonly Relation[] = [
	'ouder',
	'voogd',
	'pleegouder',
	'gezinshuisouder',
	'netwerk'
];

/** Only the youth shares, from 16, with someone who takes part in the family today. */
export const canStartShare = policy('share.start', (actor, facts: ShareFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	const me = participationOf(facts.family, actor.id);
	if (me?.relation !== 'kind') return hide('geen_deelnemer');
	if ((ageOf(facts.family, actor.id) ?? 0) < SHARES_FROM_AGE) return hide('jonger_dan_16');
	const other = participationOf(facts.family, facts.withId);
	if (!other || !SHARE_WITH.includes(other.relation)) return hide('niet_in_gezin');
	return allow('kind');
});

/** Only the youth ends it, at any time and any age: stopping is never harder than starting. */
export const canEndShare = policy('share.end', (actor, facts: ShareFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	return participationOf(facts.family, actor.id)?.relation === 'kind'
		? allow('kind')
		: hide('geen_deelnemer');
});
