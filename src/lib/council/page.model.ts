import type { OrganisationId } from '#lib/family/model.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import type { AdviceView } from './model.ts';
import type { Measure } from './table.model.ts';

/** How a measure can be looked at: as a whole, or split by one thing. `region` puts the wholes of regions side by side. */
export const SPLITS = ['total', 'region', 'ageBand', 'help', 'kader'] as const;
export type SplitBy = (typeof SPLITS)[number];

/** A line of the table and a bar of the drawing: made once, so that the two cannot differ. */
export type SheetLine = {
	readonly label: string;
	/** Nothing of it is shown. */
	readonly hidden: boolean;
	/** In words, as the table and the drawing both write it. */
	readonly value: string;
	readonly answers: string;
	/** Null when nobody was asked. */
	readonly response: string | null;
	/** Length of the bar, from 0 to 1; null for a line that is hidden. */
	readonly bar: number | null;
};

export type Sheet = {
	readonly title: string;
	readonly who: string;
	readonly split: string;
	readonly quarter: string;
	readonly says: readonly string[];
	/** What each part of a line is: the last one of answers only. */
	readonly columns: readonly string[];
	/** The name of the first column where lines are quarters. */
	readonly columnOfQuarters: string;
	readonly lines: readonly SheetLine[];
	readonly trend: readonly SheetLine[];
	readonly notForBuying: string;
};

export type Organisation = { readonly id: OrganisationId; readonly name: string };

export type TableView = {
	readonly organisation: Organisation;
	readonly quarter: Quarter;
	readonly table: string;
	readonly sheet: Sheet;
	readonly splits: readonly {
		readonly table: string;
		readonly split: SplitBy;
		readonly here: boolean;
	}[];
	readonly quarters: readonly { readonly quarter: Quarter; readonly here: boolean }[];
};

export type CouncilView = {
	readonly organisation: Organisation;
	readonly newest: Quarter | null;
	readonly tables: readonly { readonly table: string; readonly measure: Measure }[];
	/** What people of the region told in the newest quarter, in words they agreed to. */
	readonly stories: readonly string[];
	readonly advices: readonly AdviceView[];
	readonly today: string;
	readonly may: { readonly advise: boolean; readonly answer: boolean };
};

export type DoneView = {
	readonly organisation: Organisation;
	readonly advices: readonly AdviceView[];
	readonly today: string;
};
