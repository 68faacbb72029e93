/** A way to answer: the steps from low to high, each with its words. */
export type Scale = {
	readonly steps: number;
	/** What the steps mean. A grade is said with its number. */
	readonly words: readonly string[] | null;
	/** Where the number of steps comes from; an assumption has to be checked before anything is compared. */
	readonly source: string;
};

/**
 * The scales of the questions: configuration, because the national option lists could not be read
 * (facts 6.1). Whoever has them changes this file and raises the version of the questionnaires.
 */
export const SCALES = {
	grade: { steps: 10, words: null, source: 'facts 6.1: rapportcijfer 1-10' },
	sure: {
		steps: 5,
		words: ['askSure.1', 'askSure.2', 'askSure.3', 'askSure.4', 'askSure.5'],
		source: 'facts 6.1: five points, assumed'
	},
	part: {
		steps: 5,
		words: ['askPart.1', 'askPart.2', 'askPart.3', 'askPart.4', 'askPart.5'],
		source: 'own: five points'
	}
} as const satisfies Record<string, Scale>;
export type ScaleName = keyof typeof SCALES;
