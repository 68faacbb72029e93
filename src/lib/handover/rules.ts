import type { FamilyFacts } from '#lib/family/model.ts';
import { ageOf, currentAssignment, hasGezag, participationOf } from '#lib/family/rules.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { HandoverState } from './model.ts';

/**
 * Whose yes a handover asks (P20): each child of 12 and older that it is about, everyone with gezag over
 * one of these children, and the regisseur.
 * @param mayRead whether a person may read it: who may not, is not asked
 */
export function signersOf(
	family: FamilyFacts,
	children: readonly PersonId[],
	mayRead: (person: PersonId) => boolean
): PersonId[] {
	const own = children.filter((child) => (ageOf(family, child) ?? 0) >= OWN_SIGN_IN_AGE);
	const holders = family.participants
		.map((one) => one.personId)
		.filter((person) => children.some((child) => hasGezag(family, person, child)));
	const takesPart = [...own, ...holders].filter((person) => participationOf(family, person));
	const regisseur = currentAssignment(family)?.personId;
	return [...new Set([...takesPart.filter(mayRead), ...(regisseur ? [regisseur] : [])])];
}

/** Where a handover stands. A no weighs more than a silence: it is said first. */
export function stateOf(said: readonly ('ja' | 'nee' | null)[]): HandoverState {
	if (said.includes('nee')) return 'disputed';
	return said.length > 0 && said.every((one) => one === 'ja') ? 'agreed' : 'waiting';
}
