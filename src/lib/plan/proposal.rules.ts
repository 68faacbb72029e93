import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import {
	ADULT,
	ageOf,
	childrenOf,
	currentAssignment,
	hasGezag,
	isRegisseur,
	standsInToday
} from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { EditInput } from './edit.model.ts';
import { cannotComeBack } from './history.rules.ts';
import { lastPosition } from './edit.rules.ts';
import type { Side } from './proposal.model.ts';
import type { ItemChange, ItemContent, PlanItem } from './version.model.ts';

/** The children that a change is about, before or after it; a step's are those of its goal. */
export function childrenOfChange(
	{ kind, after, before }: ItemChange,
	items: readonly PlanItem[],
	family: FamilyFacts
): readonly PersonId[] {
	if (kind === 'ending') return childrenOf(family);
	const contents = [after, before].flatMap((content) => content ?? []);
	return [...new Set(contents.flatMap((content) => childrenIn(content, items)))];
}

function childrenIn(content: ItemContent, items: readonly PlanItem[]): readonly PersonId[] {
	if ('children' in content) return content.children;
	if ('childId' in content) return [content.childId];
	const goal = 'goalId' in content && items.find((item) => item.id === content.goalId);
	return goal && goal.kind === 'goal' ? goal.content.children : [];
}

export type SideFacts = {
	readonly family: FamilyFacts;
	/** The children that the change is about. */
	readonly children: readonly PersonId[];
	/** Children of 12 to 17 for whom a professional wrote down that they cannot decide this. */
	readonly unable: (child: PersonId) => boolean;
	/** Whether somebody may read this proposal: nobody is asked about words they cannot read. */
	readonly reads: (person: PersonId) => boolean;
};

/**
 * Who must accept a change before it enters (issue: the regisseur and the person it concerns). A step
 * concerns its owner, who may not be given a task unasked; anything else, and a step of the regisseur,
 * concerns its children: from 12 the child itself, before that one of those with gezag.
 */
export function sidesOf(change: ItemChange, facts: SideFacts): Side[] {
	const { family } = facts;
	const sides: Side[] = [{ of: 'regisseur', people: regisseursOf(family) }];
	if (change.kind === 'step') {
		const owner = change.after?.ownerId ?? change.before?.ownerId;
		if (owner && !isRegisseur(family, owner)) {
			sides.push({ of: 'owner', people: speakersFor(owner, facts) });
			return sides;
		}
	}
	for (const child of facts.children) {
		if (!childrenOf(family).includes(child)) continue;
		sides.push({ of: 'child', people: speakersFor(child, facts) });
	}
	return sides;
}

/**
 * Who says yes for this person: the person, or for a child who cannot, those with gezag. Where the child
 * may not read the words, because they are about a brother or sister too, those with gezag who may.
 */
function speakersFor(person: PersonId, { family, unable, reads }: SideFacts): PersonId[] {
	const itself = reads(person) ? [person] : [];
	const age = ageOf(family, person) ?? 0;
	if (!childrenOf(family).includes(person) || age >= ADULT) return itself;
	if (itself.length > 0 && age >= OWN_SIGN_IN_AGE && !unable(person)) return itself;
	return family.participants
		.map((one) => one.personId)
		.filter((one) => hasGezag(family, one, person) && reads(one));
}

function regisseursOf(family: FamilyFacts): PersonId[] {
	const assignment = currentAssignment(family);
	if (!assignment) return [];
	const { personId, standInId } = assignment;
	return standInId && standsInToday(assignment, family.today) ? [personId, standInId] : [personId];
}

/** Whether everyone whose yes is needed can be asked. A family without a regisseur waits for one. */
export const canBeDecided = (sides: readonly Side[]): boolean =>
	sides.length > 1 && sides.every((side) => side.of === 'regisseur' || side.people.length > 0);

/** Relations that say why with a no: the family reads it. */
export const PROFESSIONALS: readonly string[] = ['regisseur', 'professional'];

export type Said = { readonly personId: PersonId; readonly accepts: boolean };

/** Whether a side has accepted. Who proposes, accepts. */
export const hasAccepted = (side: Side, author: PersonId, said: readonly Said[]): boolean =>
	side.people.some(
		(person) => person === author || said.some((one) => one.personId === person && one.accepts)
	);

/** Where a proposal stands: one no of somebody who is asked today is enough to end it. */
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

export type EnteringFacts = {
	readonly items: readonly PlanItem[];
	readonly family: FamilyFacts;
	/** Children under a measure of the court today. */
	readonly measured: readonly PersonId[];
};

/**
 * What a proposal changes in the plan of today.
 * @param proposed as it was when somebody proposed it
 * @returns null when it no longer fits: the same words changed, its goal or its people are gone, or the
 * child is under no measure any more
 */
export function entering(proposed: ItemChange, facts: EnteringFacts): ItemChange | null {
	const { items, family, measured } = facts;
	const { kind, id, before, after } = proposed;
	const now = items.find((one) => one.kind === kind && one.id === id)?.content ?? null;
	const content = after && rebased({ before, after }, now);
	if (!content) return null;
	const placed =
		now || kind === 'ending' ? content : { ...content, position: lastPosition(items, kind) };
	const change = { kind, id, before: now, after: placed } as ItemChange;
	if (cannotComeBack([change], family).length > 0) return null;
	if ('goalId' in content && !items.some((one) => one.id === content.goalId)) return null;
	if ('childId' in content && !measured.includes(content.childId)) return null;
	return change;
}

/**
 * What a form proposes: the words of professionals and where a step stands are not a family's to
 * propose, so these stay what they are. A step is moved by its owner or the regisseur.
 * @param byRegisseur who writes a professional's words as well
 */
export function proposable(
	edit: EditInput,
	items: readonly PlanItem[],
	byRegisseur: boolean
): EditInput {
	if (edit.kind === 'step') {
		const now = items.find((one) => one.kind === 'step' && one.id === edit.input.step);
		const state = now?.kind === 'step' ? now.content.state : ('niet_begonnen' as const);
		return { ...edit, input: { ...edit.input, state } };
	}
	if (byRegisseur || (edit.kind !== 'goal' && edit.kind !== 'situation')) return edit;
	const id = edit.kind === 'goal' ? edit.input.goal : edit.input.situation;
	const now = items.find((one) => one.kind === edit.kind && one.id === id)?.content;
	const professionalWords = now && 'professionalWords' in now ? now.professionalWords : null;
	return { ...edit, input: { ...edit.input, professionalWords } } as EditInput;
}
