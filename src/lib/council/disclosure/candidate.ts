import type { Aspect, Dimension, Figure } from '../table.model.ts';

/** A cell before it is known whether it is shown. */
export type Candidate = {
	readonly aspect: Aspect;
	readonly population: string;
	readonly dimension: Dimension;
	readonly category: string;
	/** Everybody under the number. */
	readonly under: ReadonlySet<string>;
	/**
	 * Whom this number tells of and no other does: under a value those who answered, under a response those who
	 * did not. How many answered stands with the value, which is shown wherever the response is.
	 */
	readonly families: ReadonlySet<string>;
	/** Whether it is large enough by itself (D2). */
	readonly enough: boolean;
	readonly figure: Figure | null;
};

/** Whether it is not split. */
export const isTotal = ({ dimension }: Candidate): boolean => dimension === 'total';
