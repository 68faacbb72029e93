import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import {
	ageOf,
	childrenOf,
	currentAssignment,
	hasGezag,
	standsInToday
} from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Side } from './proposal.model.ts';
import type { ItemChange, ItemContent, PlanItem } from './version.model.ts';

/** The children that a change is about; a step's are those of its goal. */
export function childrenOfChange(
	{ kind, after, before }: ItemChange,
	items: readonly PlanItem[],
	family: FamilyFacts
): readonly PersonId[] {
	const content = after ?? before;
	if (!content) return [];
	if (kind === 'ending') return childrenOf(family);
	if ('children' in content) return content.children;
	if ('childId' in content) return [content.childId];
	const goal = 'goalId' in content && items.find((item) => item.id === content.goalId);
	return goal && goal.kind === 'goal' ? goal.content.children : [];
}

/**
 * Who must accept a change before it enters (issue: the regisseur and the person it concerns). A step
 * concerns its owner, who may not be given a task unasked; anything else concerns its children: from 12
 * the child itself, before that one of those with gezag.
 */
export function sidesOf(
	change: ItemChange,
	children: readonly PersonId[],
	family: FamilyFacts
): Side[] {
	const sides: Side[] = [{ of: 'regisseur', people: regisseursOf(family) }];
	if (change.kind === 'step') {
		const owner = change.after?.ownerId ?? change.before?.ownerId;
		if (owner) sides.push({ of: 'owner', people: standsForThemselves(family, owner) });
		return sides;
	}
	for (const child of children) {
		sides.push({ of: 'child', people: standsForThemselves(family, child) });
	}
	return sides;
}

/** A child under 12 has no sign-in of its own: one of those with gezag speaks. */
function standsForThemselves(family: FamilyFacts, person: PersonId): PersonId[] {
	const isChild = childrenOf(family).includes(person);
	if (!isChild || (ageOf(family, person) ?? 0) >= OWN_SIGN_IN_AGE) return [person];
	return family.participants
		.map((one) => one.personId)
		.filter((one) => hasGezag(family, one, person));
}

function regisseursOf(family: FamilyFacts): PersonId[] {
	const assignment = currentAssignment(family);
	if (!assignment) return [];
	const { personId, standInId } = assignment;
	return standInId && standsInToday(assignment, family.today) ? [personId, standInId] : [personId];
}

export type Said = { readonly personId: PersonId; readonly accepts: boolean };

/** Whether a side has accepted. Who proposes, accepts. */
export const hasAccepted = (side: Side, author: PersonId, said: readonly Said[]): boolean =>
	side.people.some(
		(person) => person === author || said.some((one) => one.personId === person && one.accepts)
	);

/** Where a proposal stands: one no of somebody who was asked is enough to end it. */
export function decided(
	sides: readonly Side[],
	author: PersonId,
	said: readonly Said[]
): 'open' | 'accepted' | 'declined' {
	const asked = new Set(sides.flatMap((side) => side.people));
	if (said.some((one) => !one.accepts && asked.has(one.personId))) return 'declined';
	return sides.every((side) => hasAccepted(side, author, said)) ? 'accepted' : 'open';
}

/**
 * A proposal on an item that changed since: what the proposal leaves alone stays as it is now.
 * @returns null when both changed the same field: then somebody must look again
 */
export function rebased(
	proposed: { readonly before: ItemContent | null; readonly after: ItemContent },
	now: ItemContent | null
): ItemContent | null {
	const { before, after } = proposed;
	if (before === null || now === null) return before === now ? after : null;
	const result: Record<string, unknown> = { ...now };
	for (const [field, value] of Object.entries(after)) {
		const was = before[field as keyof typeof before];
		const is = now[field as keyof typeof now];
		if (same(was, value)) continue;
		if (!same(was, is) && !same(is, value)) return null;
		result[field] = value;
	}
	return result as ItemContent;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
