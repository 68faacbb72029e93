import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { GoalId, GoalView, PlanView, StepId } from './model.ts';

/** What one person answered to the scaling question of a goal: at most one answer a day. */
export type ScoreLineView = {
	readonly person: PersonView;
	/** Oldest first. */
	readonly answers: readonly {
		readonly on: Day;
		/** 0 to 10. */
		readonly score: number;
		readonly words: string | null;
	}[];
};

export type GoalPageView = {
	readonly familyId: FamilyId;
	readonly goal: GoalView;
	/** Null for who sees only the steps that name them. */
	readonly scores: readonly ScoreLineView[] | null;
	/** What this person may do here; the commands ask again. */
	readonly may: {
		readonly write: boolean;
		readonly score: boolean;
		readonly move: readonly StepId[];
	};
};

/** How the help ends, with what a measure asks. */
export type EndingPageView = Pick<
	PlanView,
	'familyId' | 'review' | 'ending' | 'agreed' | 'exits' | 'may'
> & {
	/** Children under a measure whose conditions this person may see, also when there are none yet. */
	readonly measured: readonly PersonView[];
};

/** What a form about one part of the plan starts with, by the names of its fields. */
export type Draft = Readonly<Record<string, string>>;

type PartForm = { readonly familyId: FamilyId; readonly draft: Draft; readonly isNew: boolean };

/** A form that says which child or children it is about. */
export type ChildrenForm = PartForm & { readonly children: readonly PersonView[] };

export type StepForm = PartForm & {
	readonly goal: { readonly id: GoalId; readonly ownWords: string };
	/** Everybody who can do a step. */
	readonly owners: readonly PersonView[];
};

export type EndingForm = PartForm;
