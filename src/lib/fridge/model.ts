import type { Relation, RegisseurWord } from '#lib/family/model.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { StepState } from '#lib/plan/model.ts';

/** Who does a step, as the sheet names them: by name, or by what they are in the family. */
export type SheetPerson = {
	/** Null on a sheet without names, and for someone of whom the printer may not know. */
	readonly name: string | null;
	readonly relation: Relation | null;
	/** Tells two parents apart on a sheet without names; null when there is only one. */
	readonly nth: number | null;
	readonly magnet: number | null;
};

export type SheetGoal = {
	/** Null for who sees only the steps that name them. */
	readonly words: string | null;
	readonly steps: readonly {
		readonly title: string;
		readonly who: SheetPerson;
		readonly due: Day | null;
		readonly state: StepState;
	}[];
};

/** The plan on one page for the kitchen (feature P19): what its printer may see, and no more. */
export type FridgeSheet = {
	readonly familyId: FamilyId;
	readonly names: boolean;
	readonly printedOn: Day;
	readonly goals: readonly SheetGoal[];
	readonly reviewOn: Day | null;
	/** Whom to call; the name stays away from a sheet without names. */
	readonly call: {
		readonly word: RegisseurWord;
		readonly name: string | null;
		readonly phone: string | null;
	} | null;
	/** Whether the letters of the sheet can stand in a PDF of ours: not those of Arabic, for instance. */
	readonly fitsPdf: boolean;
};
