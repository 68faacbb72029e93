import type { PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { z } from 'zod';
import type { ExitState, GoalGroup, GoalId, PlanView, StepState } from './model.ts';
import type { Cause, ItemKind } from './version.model.ts';

/** A run of words; `changed` where the other text has none or others. */
export type Piece = { readonly text: string; readonly changed: boolean };

/** What one field of an item says, as one person may read it. */
export type FieldValue =
	| { readonly is: 'words'; readonly pieces: readonly Piece[] }
	| { readonly is: 'day'; readonly day: Day }
	| { readonly is: 'group'; readonly group: GoalGroup }
	| { readonly is: 'step'; readonly state: StepState }
	| { readonly is: 'exit'; readonly state: ExitState }
	/** Null when it is someone whom the reader may not know of here. */
	| { readonly is: 'person'; readonly person: PersonView | null }
	| { readonly is: 'people'; readonly people: readonly PersonView[] }
	/** The goal of a step; another wording of the same goal is no change of the step. */
	| { readonly is: 'goal'; readonly id: GoalId; readonly words: string };

/** In the order in which a page shows them. */
export const FIELDS = [
	'ownWords',
	'title',
	'words',
	'professionalWords',
	'resultWords',
	'group',
	'about',
	'goal',
	'owner',
	'due',
	'judge',
	'state',
	'stateWords',
	'reviewOn',
	'reviewWords',
	'endWords',
	'relapseWords'
] as const;
export type Field = (typeof FIELDS)[number];

/** One item as one person may read it, at one moment. What says nothing is left out. */
export type SeenItem = {
	readonly kind: ItemKind;
	readonly id: string;
	/** The words by which a list names it; empty for the plan's own part. */
	readonly name: string;
	readonly fields: ReadonlyMap<Field, FieldValue>;
};

/** What happened to an item, for this reader: one that moves out of sight is as `gone`. */
export type Difference = {
	readonly kind: ItemKind;
	readonly id: string;
	readonly change: 'new' | 'changed' | 'gone';
	readonly name: string;
	readonly fields: readonly {
		readonly field: Field;
		readonly was: FieldValue | null;
		readonly now: FieldValue | null;
	}[];
};

/** One version in words, for one reader. */
export type VersionView = {
	/** Counts only the versions of which this reader may see something: 1 is the oldest. */
	readonly number: number;
	readonly at: Date;
	readonly cause: Cause;
	/** Null for the case system, and for someone whom the reader may not know of. */
	readonly author: PersonView | null;
	readonly byCaseSystem: boolean;
	/** When the version was made that came back, if the reader may see that one. */
	readonly restoredAt: Date | null;
	readonly differences: readonly Difference[];
};

export type VersionsPage = {
	readonly versions: readonly VersionView[];
	/** `voor=` for the next, older page; null on the last one. */
	readonly older: number | null;
};

export type VersionPage = {
	readonly version: VersionView;
	readonly newest: boolean;
	/** As it was, by the rules of today; null when nothing of it is this reader's. */
	readonly plan: PlanView | null;
	readonly differences: readonly Difference[];
	readonly mayRestore: boolean;
};

/** A part that cannot come back, and who left the family since. */
export type Obstacle = { readonly kind: ItemKind; readonly name: string; readonly who: string };

export type RestorePage = {
	readonly version: VersionView;
	/** The plan's own number of that version: only for the regisseur, who sees them all. */
	readonly stored: number;
	/** The plan's newest number when the page was made: see `RestoreInput`. */
	readonly seen: number;
	readonly obstacles: readonly Obstacle[];
	/** What the plan will say afterwards, beside what it says now. */
	readonly differences: readonly Difference[];
};

export const VERSIONS_A_PAGE = 25;

const count = z.coerce.number().int().min(1).max(1_000_000);

/** A number in an address. What is none is as unknown as a version that is not there. */
export const versionNumber = (text: string | undefined): number | null =>
	/^[1-9]\d{0,6}$/.test(text ?? '') ? count.parse(text) : null;

export const RestoreInput = z.object({
	key: z.uuid({ error: 'fout.formulier' }),
	version: count,
	seen: count
});
