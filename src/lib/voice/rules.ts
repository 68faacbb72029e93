import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import { ageOf, isRegisseur, participationOf } from '#lib/family/rules.ts';
import { canAgree, type SubjectFacts } from './policy.ts';

/** From this age a youth chooses who looks along: that choice shows in nobody's list of names. */
const CHOOSES_FROM_AGE = 16;

/** Everyone who can answer about this thing today, in the order of the family. */
export const voters = (subject: SubjectFacts): PersonId[] =>
	subject.plan.family.participants
		.map((one) => one.personId)
		.filter((id) => participationOf(subject.plan.family, id) !== null)
		.filter((id) => may(canAgree, { kind: 'person', id, assurance: 'link' }, subject));

/**
 * Whether this person may read that somebody has not answered yet. For a thing about a youth from 16
 * that list would tell with whom the youth shares: for the youth and the regisseur only.
 */
export function showsMissing(
	actor: Extract<Actor, { kind: 'person' }>,
	{ children, plan: { family } }: SubjectFacts
): boolean {
	if (isRegisseur(family, actor.id)) return true;
	return children.every(
		(child) => child === actor.id || (ageOf(family, child) ?? 0) < CHOOSES_FROM_AGE
	);
}

/**
 * Of each person the newest and the ones before.
 * @param rows oldest first
 */
export function newestByPerson<Row extends { readonly personId: PersonId }>(
	rows: readonly Row[]
): Map<PersonId, { newest: Row; earlier: Row[] }> {
	const byPerson = new Map<PersonId, { newest: Row; earlier: Row[] }>();
	for (const row of rows) {
		const before = byPerson.get(row.personId);
		const earlier = before ? [before.newest, ...before.earlier] : [];
		byPerson.set(row.personId, { newest: row, earlier });
	}
	return byPerson;
}
