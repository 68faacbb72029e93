import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { ExitState, GoalGroup, GoalId, StepState } from './model.ts';

/** What a plan is made of, as its versions keep it. `ending` is the plan's own part: one per plan. */
export type ItemContents = {
	readonly ending: {
		readonly reviewOn: Day | null;
		readonly reviewWords: string | null;
		readonly endWords: string | null;
		readonly relapseWords: string | null;
	};
	readonly situation: {
		readonly position: number;
		readonly ownWords: string;
		readonly professionalWords: string | null;
		readonly children: readonly PersonId[];
	};
	readonly goal: {
		readonly position: number;
		readonly group: GoalGroup;
		readonly ownWords: string;
		readonly professionalWords: string | null;
		readonly resultWords: string | null;
		readonly children: readonly PersonId[];
	};
	readonly step: {
		readonly position: number;
		readonly goalId: GoalId;
		readonly title: string;
		readonly ownerId: PersonId;
		readonly due: Day | null;
		readonly state: StepState;
		readonly stateBy: PersonId | null;
		readonly stateOn: Day | null;
	};
	readonly exit: {
		readonly position: number;
		readonly childId: PersonId;
		readonly words: string;
		readonly judge: string;
		readonly state: ExitState;
		readonly stateWords: string | null;
	};
};

/** A goal stands before its steps: items are written in this order, and taken out in the reverse. */
export const ITEM_KINDS = ['ending', 'situation', 'goal', 'step', 'exit'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export type ItemContent = ItemContents[ItemKind];

/** One part of a plan: its kind, its id and everything it says. */
export type PlanItem = {
	readonly [K in ItemKind]: {
		readonly kind: K;
		readonly id: string;
		readonly content: ItemContents[K];
	};
}[ItemKind];

/** An item that came (`before` null), changed, or went (`after` null). */
export type ItemChange = {
	readonly [K in ItemKind]: {
		readonly kind: K;
		readonly id: string;
		readonly before: ItemContents[K] | null;
		readonly after: ItemContents[K] | null;
	};
}[ItemKind];

/** Why a version was made. */
export const CAUSES = ['edit', 'proposal', 'restore', 'import', 'familiegroepsplan'] as const;
export type Cause = (typeof CAUSES)[number];
