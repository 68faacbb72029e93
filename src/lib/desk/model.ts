import type { Day } from '#lib/kernel/calendar.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { KaderKind } from '#lib/plan/model.ts';

/** One family on the regisseur's desk. */
export type DeskFamily = {
	readonly id: FamilyId;
	readonly familyName: string;
	readonly children: readonly { readonly name: string; readonly age: number | null }[];
	readonly kaders: readonly KaderKind[];
	readonly reviewOn: Day | null;
	readonly reviewLate: boolean;
};
