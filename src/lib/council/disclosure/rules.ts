/**
 * The rules D1–D4 and D7–D8 as numbers and switches, so that a test can take each one away and see what
 * it kept hidden. The portal uses {@link RULES} and nothing else.
 */
export type DisclosureRules = {
	/** D1: at most one value for each family. */
	readonly oneValuePerFamily: boolean;
	/** D2 */
	readonly fewest: {
		readonly families: number;
		readonly respondents: number;
		readonly regisseurs: number;
	};
	/** D3: in per cent. */
	readonly ends: { readonly above: number; readonly below: number };
	/** D4: counts, shares, shares of fewer than `small` families, and grades. */
	readonly steps: {
		readonly count: number;
		readonly share: number;
		readonly shareOfFew: number;
		readonly small: number;
		readonly grade: number;
	};
	/** D7 */
	readonly complementary: boolean;
	/** D8 */
	readonly audited: boolean;
};

export const RULES: DisclosureRules = {
	oneValuePerFamily: true,
	fewest: { families: 10, respondents: 10, regisseurs: 3 },
	ends: { above: 90, below: 10 },
	steps: { count: 5, share: 5, shareOfFew: 10, small: 50, grade: 0.5 },
	complementary: true,
	audited: true
};
