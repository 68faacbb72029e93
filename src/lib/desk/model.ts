import { z } from 'zod';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';

/** What can wait for a regisseur; also the word in the address of a filter, so it names nobody. */
export const WAITING_KINDS = [
	'vraag',
	'termijn',
	'correctie',
	'woorden',
	'voorstel',
	'eigen-plan',
	'bekijken'
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Something of one family that waits for its regisseur. */
export type Waiting = {
	readonly familyId: FamilyId;
	readonly kind: WaitingKind;
	/** The day on which it is expected; null for what has no such day. */
	readonly due: Day | null;
	/** Since when it waits, for what has no day on which it is expected. */
	readonly since: Day | null;
	/** How many of this kind. */
	readonly count: number;
};

/** One family on the regisseur's desk. */
export type DeskFamily = {
	readonly id: FamilyId;
	readonly familyName: string;
	readonly children: readonly { readonly name: string; readonly age: number | null }[];
	readonly kaders: readonly KaderKind[];
	readonly reviewOn: Day | null;
	/** False for a family in which the viewer stands in for the regisseur. */
	readonly own: boolean;
	readonly waiting: readonly Waiting[];
};

export type DeskView = {
	/** The families that the filter and the words leave, in the order in which they wait. */
	readonly families: readonly DeskFamily[];
	/** How many families the whole caseload has. */
	readonly total: number;
	/** In how many families of the caseload something of a kind waits; kinds of which nothing waits are absent. */
	readonly kinds: readonly { readonly kind: WaitingKind; readonly families: number }[];
	readonly kind: WaitingKind | null;
	readonly words: string;
	readonly today: Day;
};

/** Words to look for among the names of the own caseload. */
export const SearchDesk = z.object({
	words: z
		.string()
		.default('')
		.transform((text) => text.trim().slice(0, 100))
});
