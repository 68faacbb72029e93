import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { ageOf, participationOf } from '#lib/family/rules.ts';
import type { ConsentFacts, SupportId } from './model.ts';
import { knowsSupporter } from './rules.ts';

export type ShareFacts = {
	/** The child whose part it is: the only one who may share it. */
	readonly id: PersonId;
	readonly withId: PersonId;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
};

/** From this age a child decides who sees the child's part of the plan (access-rules, table). */
export const SHARES_FROM_AGE = 16;

/** With whom a youth can share the own part: people of the family, never professionals. */
export const SHARE_WITH: readonly Relation[] = [
	'ouder',
	'voogd',
	'pleegouder',
	'gezinshuisouder',
	'netwerk',
	'steun'
];

/** Only the youth shares, from 16, with someone who takes part in the family today. */
export const canStartShare = policy('share.start', (actor, facts: ShareFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	const me = participationOf(facts.family, actor.id);
	if (me?.relation !== 'kind') return hide('geen_deelnemer');
	if ((ageOf(facts.family, actor.id) ?? 0) < SHARES_FROM_AGE) return hide('jonger_dan_16');
	const other = participationOf(facts.family, facts.withId);
	if (!other || !SHARE_WITH.includes(other.relation)) return hide('niet_in_gezin');
	const { today } = facts.family;
	if (other.relation === 'steun' && !knowsSupporter(facts.consent, actor.id, facts.withId, today)) {
		return hide('niet_in_gezin');
	}
	return allow('kind');
});

/** Only the youth ends it, at any time and any age: stopping is never harder than starting. */
export const canEndShare = policy('share.end', (actor, facts: ShareFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	return participationOf(facts.family, actor.id)?.relation === 'kind'
		? allow('kind')
		: hide('geen_deelnemer');
});

export type StartSupportFacts = {
	/** The parent who wants somebody to read along. */
	readonly id: PersonId;
	readonly family: FamilyFacts;
	/** The children whose part this parent may see now: the rule of the plan says which. */
	readonly open: readonly PersonId[];
	/** The children whom the parent chose. */
	readonly children: readonly PersonId[];
	/** Null for somebody whom the portal does not know yet. */
	readonly supporterId: PersonId | null;
	readonly consent: ConsentFacts;
};

/**
 * A parent brings somebody along (feature J11): about children whose part the parent may see, and
 * somebody from the own network, somebody new, or somebody who read along with this parent before.
 */
export const canStartSupport = policy('support.start', (actor, facts: StartSupportFacts) => {
	if (actor.kind !== 'person' || actor.id !== facts.id) return hide('niet_van_u');
	if (participationOf(facts.family, actor.id)?.relation !== 'ouder') return hide('geen_ouder');
	if (facts.open.length === 0) return hide('niets_te_zien');
	if (!facts.children.every((child) => facts.open.includes(child))) return hide('niet_van_u');
	const { supporterId } = facts;
	if (supporterId === null) return allow('ouder');
	return participationOf(facts.family, supporterId)?.relation === 'netwerk'
		? allow('ouder')
		: hide('niet_in_gezin');
});

export type EndSupportFacts = { readonly id: SupportId; readonly parentId: PersonId };

/** The parent ends it, at any time, also after losing sight of the plan: stopping is never harder. */
export const canEndSupport = policy('support.end', (actor, facts: EndSupportFacts) =>
	actor.kind === 'person' && actor.id === facts.parentId ? allow('ouder') : hide('niet_van_u')
);
