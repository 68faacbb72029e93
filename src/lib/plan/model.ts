import type { Day, Period } from '#lib/kernel/calendar.ts';
import type { FamilyId, PersonView, RegionId } from '#lib/family/model.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';

export type PlanId = Id<'Plan'>;
export type GoalId = Id<'Goal'>;
export type StepId = Id<'Step'>;
export type SituationId = Id<'Situation'>;
export type KaderId = Id<'Kader'>;
export type ExitId = Id<'ExitCondition'>;
export type ScoreId = Id<'GoalScore'>;

/** The four groups in which goals stand (feature P5). A stopped goal can come back. */
export const GOAL_GROUPS = ['nu', 'later', 'bereikt', 'gestopt'] as const;
export type GoalGroup = (typeof GOAL_GROUPS)[number];

/** The five honest states of a step (feature P6). */
export const STEP_STATES = [
	'niet_begonnen',
	'bezig',
	'kan_nog_niet',
	'klaar',
	'niet_meer_nodig'
] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Where an exit condition stands (feature P12). */
export const EXIT_STATES = ['nog_niet', 'op_weg', 'bereikt'] as const;
export type ExitState = (typeof EXIT_STATES)[number];

export type KaderFacts = Period & {
	readonly id: KaderId;
	readonly childId: PersonId;
	readonly kind: KaderKind;
};

/** The label of one kader of one child (feature P11). */
export type KaderLabel = {
	readonly kind: KaderKind;
	readonly from: Day;
	readonly until: Day | null;
	readonly decidedBy: string;
	readonly decidedOn: Day | null;
};

export type StepView = {
	readonly id: StepId;
	readonly title: string;
	/** Null when it is someone whom the viewer may not know of here: a half-sibling, for instance. */
	readonly owner: PersonView | null;
	readonly due: Day | null;
	/** The date has passed and the step is still open. */
	readonly late: boolean;
	readonly state: StepState;
	/** The regisseur set this state instead of the owner, on this day; null when it did not. */
	readonly by: { readonly on: Day; readonly self: boolean } | null;
};

export type GoalView = {
	readonly id: GoalId;
	readonly group: GoalGroup;
	/** All words are left out for people who only see the steps that name them. */
	readonly ownWords: string | null;
	readonly professionalWords: string | null;
	readonly resultWords: string | null;
	/** Only children the viewer may see for. */
	readonly about: readonly PersonView[];
	readonly steps: readonly StepView[];
};

/** What must be reached before a measure of this child can end (feature P12). */
export type ExitView = {
	readonly id: ExitId;
	readonly child: PersonView;
	readonly words: string;
	/** Who judges whether it is reached, in words. */
	readonly judge: string;
	readonly state: ExitState;
	readonly stateWords: string | null;
};

/** The one plan as one person may see it: the four steps of case direction (feature P4). */
export type PlanView = {
	readonly id: PlanId;
	readonly familyId: FamilyId;
	readonly regionId: RegionId;
	/** `whole`: for at least one child; `own-steps`: only steps that name the viewer. */
	readonly reach: 'whole' | 'own-steps';
	readonly children: readonly {
		readonly person: PersonView;
		readonly kaders: readonly KaderLabel[];
	}[];
	readonly situation: readonly {
		readonly id: SituationId;
		readonly ownWords: string;
		readonly professionalWords: string | null;
		readonly about: readonly PersonView[];
	}[];
	readonly goals: Readonly<Record<GoalGroup, readonly GoalView[]>>;
	readonly review: { readonly on: Day | null; readonly words: string | null };
	/** How the help ends, and what to do if it goes wrong again (P15): for who may see every child. */
	readonly ending: { readonly words: string | null; readonly relapse: string | null } | null;
	readonly exits: readonly ExitView[];
	/** When the plan was set to agreed, and whether it changed since; for who may see every child. */
	readonly agreed: { readonly on: Day; readonly changed: boolean } | null;
	readonly may: { readonly write: boolean };
};
