import { childrenOf, currentAssignment, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { EditInput } from './edit.model.ts';
import type { GoalGroup } from './model.ts';
import type { ItemChange, ItemKind, PlanItem } from './version.model.ts';

/** Message keys by field, when the words of a form cannot enter this plan. */
export type EditProblems = { readonly errors: Readonly<Record<string, string>> };

export type EditFacts = {
	readonly planId: string;
	readonly items: readonly PlanItem[];
	readonly family: FamilyFacts;
	/** Children under a measure of the court today: only these have exit conditions. */
	readonly measured: readonly PersonId[];
	/** The one who changes: stands beside a step's state. */
	readonly by: PersonId;
	/** An id for something new. */
	readonly newId: string;
};

/**
 * What a form changes in a plan, without writing it: the same for who saves and for who proposes.
 * @returns null for an item that is not in this plan; problems when a child, a goal or an owner is not
 * of this family
 */
export function draftChange(edit: EditInput, facts: EditFacts): ItemChange | EditProblems | null {
	switch (edit.kind) {
		case 'goal':
			return draftGoal(edit.input, facts);
		case 'step':
			return draftStep(edit.input, facts);
		case 'situation':
			return draftSituation(edit.input, facts);
		case 'exit':
			return draftExit(edit.input, facts);
		case 'ending': {
			const { key: _, seen: __, ...after } = edit.input;
			return change(facts, 'ending', facts.planId, after);
		}
	}
}

type Input<K extends ItemKind> = Extract<EditInput, { kind: K }>['input'];

function draftGoal(input: Input<'goal'>, facts: EditFacts) {
	const { goal, ownWords, professionalWords, resultWords, group, children } = input;
	if (!allOfFamily(children, facts)) return problem('children', 'fout.kinderen');
	const position = positionOf(facts, 'goal', goal);
	const after = { position, group, ownWords, professionalWords, resultWords, children };
	return change(facts, 'goal', goal, after);
}

function draftSituation(input: Input<'situation'>, facts: EditFacts) {
	const { situation, ownWords, professionalWords, children } = input;
	if (!allOfFamily(children, facts)) return problem('children', 'fout.kinderen');
	const position = positionOf(facts, 'situation', situation);
	return change(facts, 'situation', situation, {
		...{ position, ownWords, professionalWords, children }
	});
}

function draftStep(input: Input<'step'>, facts: EditFacts) {
	const { step, goal, title, owner, due, state } = input;
	if (!find(facts, 'goal', goal)) return problem('goal', 'fout.doel');
	if (!mayOwnStep(facts.family, owner)) return problem('owner', 'fout.eigenaar');
	const before = step ? find(facts, 'step', step)?.content : undefined;
	// Nobody set the state of a new step that has not begun.
	const moved = (before?.state ?? 'niet_begonnen') !== state;
	return change(facts, 'step', step, {
		...{ position: positionOf(facts, 'step', step), goalId: goal, title, ownerId: owner, due },
		state,
		stateBy: moved ? facts.by : (before?.stateBy ?? null),
		stateOn: moved ? facts.family.today : (before?.stateOn ?? null)
	});
}

function draftExit(input: Input<'exit'>, facts: EditFacts) {
	const { exit, child, words, judge, state, stateWords } = input;
	if (!allOfFamily([child], facts)) return problem('child', 'fout.kinderen');
	if (!facts.measured.includes(child)) return problem('child', 'fout.maatregel');
	const position = positionOf(facts, 'exit', exit);
	return change(facts, 'exit', exit, {
		...{ position, childId: child, words, judge, state, stateWords }
	});
}

/** The step with another state, said by this person on this day. */
export const movedStep = (
	step: Extract<PlanItem, { kind: 'step' }>,
	state: Extract<PlanItem, { kind: 'step' }>['content']['state'],
	{ by, on }: { by: PersonId; on: Day }
): ItemChange => ({
	kind: 'step',
	id: step.id,
	before: step.content,
	after: { ...step.content, state, stateBy: by, stateOn: on }
});

/** The part that a form is about; null for something new. */
export function subjectOf(edit: EditInput, planId: string): string | null {
	switch (edit.kind) {
		case 'goal':
			return edit.input.goal ?? null;
		case 'step':
			return edit.input.step ?? null;
		case 'situation':
			return edit.input.situation ?? null;
		case 'exit':
			return edit.input.exit ?? null;
		case 'ending':
			return planId;
	}
}

/** Who can do a step: everybody who takes part in the family today, and its regisseur (P6). */
export function possibleOwners(family: FamilyFacts): PersonId[] {
	const { personId, standInId } = currentAssignment(family) ?? {};
	const everybody = family.participants.map((one) => one.personId);
	const known = new Set([...everybody, personId, standInId].flatMap((id) => id ?? []));
	return [...known].filter((id) => mayOwnStep(family, id));
}

const mayOwnStep = (family: FamilyFacts, owner: PersonId): boolean =>
	participationOf(family, owner) !== null || isRegisseur(family, owner);

/** The goal in another group: everything else stays as it is. */
export const movedGoal = (goal: ItemOf<'goal'>, group: GoalGroup): ItemChange => ({
	kind: 'goal',
	id: goal.id,
	before: goal.content,
	after: { ...goal.content, group }
});

const allOfFamily = (children: readonly PersonId[], { family }: EditFacts): boolean => {
	const known = new Set(childrenOf(family));
	return children.every((child) => known.has(child));
};

const problem = (field: string, key: string): EditProblems => ({ errors: { [field]: key } });

type ItemOf<K extends ItemKind> = Extract<PlanItem, { kind: K }>;

const find = <K extends ItemKind>({ items }: EditFacts, kind: K, id: string) =>
	items.find((item): item is ItemOf<K> => item.kind === kind && item.id === id);

/** Something new comes last. */
function positionOf(facts: EditFacts, kind: Exclude<ItemKind, 'ending'>, id: string | undefined) {
	const known = id ? find(facts, kind, id) : undefined;
	if (known) return known.content.position;
	const taken = facts.items.flatMap((item) =>
		item.kind === kind ? [(item.content as { position: number }).position] : []
	);
	return Math.max(-1, ...taken) + 1;
}

function change<K extends ItemKind>(
	facts: EditFacts,
	kind: K,
	id: string | undefined,
	after: ItemOf<K>['content']
): ItemChange | null {
	const before = id ? find(facts, kind, id) : undefined;
	if (id && !before) return null;
	return { kind, id: id ?? facts.newId, before: before?.content ?? null, after } as ItemChange;
}
