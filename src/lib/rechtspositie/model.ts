import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { MustView } from '#lib/rights/view.model.ts';
import type { TermKind } from '#lib/terms/model.ts';

/** A term that somebody said has started, and that is not met. */
export type RunningTerm = {
	readonly term: TermKind;
	readonly due: Day;
	readonly passed: boolean;
};

/** Where one person stands in law now, for each child whose kaders that person may see (R10). */
export type Rechtspositie = {
	/** The person who looks is the child. */
	readonly youth: boolean;
	readonly families: readonly {
		readonly id: FamilyId;
		readonly children: readonly {
			readonly person: PersonView;
			/** Null when the plan names no kader. */
			readonly must: MustView | null;
			readonly running: readonly RunningTerm[];
		}[];
	}[];
};
