/** A line of a sheet to take along: what it is, so that paper, file and screen mark it alike. */
export type SheetLine = { readonly is: 'heading' | 'words' | 'item'; readonly text: string };

/** The parts that a youth takes along, in words. */
export type Sheet = {
	/** A neutral one. */
	readonly title: string;
	readonly parts: readonly { readonly title: string; readonly lines: readonly SheetLine[] }[];
	/** When it was made. */
	readonly made: string;
};
