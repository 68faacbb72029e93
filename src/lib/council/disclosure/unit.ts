import type { Asked, Observation, Split } from '#lib/feedback/model.ts';
import type { Catalogue } from '../table.model.ts';

/** A family in one measure: the unit of every count (D1). */
export type Unit = {
	readonly family: string;
	/** One number; several only when a test takes D1 away. Sorted, so that no order of rows shows. */
	readonly values: readonly number[];
	readonly respondents: ReadonlySet<string>;
	readonly regisseurs: ReadonlySet<string>;
	readonly split: Split;
};

/**
 * The answers of a measure, gathered by family. A family whose answers stand in two cells of a dimension
 * counts in the first of the catalogue only, such as the band of its youngest: cells must not overlap.
 */
export function unitsOf(
	observations: readonly Observation[],
	catalogue: Catalogue,
	oneValuePerFamily: boolean
): Unit[] {
	const families = Map.groupBy(observations, ({ family }) => family);
	return [...families].map(([family, said]) => {
		const values = said.map(({ value }) => value).sort((one, other) => one - other);
		return {
			family,
			values: oneValuePerFamily ? [meanOf(values)] : values,
			respondents: new Set(said.map(({ respondent }) => respondent)),
			regisseurs: new Set(said.map(({ regisseur }) => regisseur)),
			split: commonSplit(
				said.map(({ split }) => split),
				catalogue
			)
		};
	});
}

/** A family that was asked and did not answer. */
export type Silent = { readonly family: string; readonly split: Split };

/**
 * The families that were asked and did not answer, each once. Who did answer stands in the cells of the
 * answer alone, so that no number tells of families that moved between the two.
 */
export function silentFamilies(
	asked: readonly Asked[],
	answered: readonly Unit[],
	catalogue: Catalogue
): Silent[] {
	const known = new Set(answered.map(({ family }) => family));
	const families = Map.groupBy(
		asked.filter(({ family }) => !known.has(family)),
		({ family }) => family
	);
	return [...families].map(([family, all]) => ({
		family,
		split: commonSplit(
			all.map(({ split }) => split),
			catalogue
		)
	}));
}

export const meanOf = (sorted: readonly number[]): number =>
	sorted.reduce((sum, value) => sum + value, 0) / sorted.length;

/** The category of a family in each dimension; null for none that is in the catalogue. */
function commonSplit(splits: readonly Split[], catalogue: Catalogue): Split {
	const first = <T extends string>(key: keyof Split, known: readonly T[]): T | null =>
		known.find((category) => splits.some((split) => split[key] === category)) ?? null;
	return {
		region: first('region', catalogue.regions),
		ageBand: first('ageBand', catalogue.ageBand),
		help: first('help', catalogue.help),
		kader: first('kader', catalogue.kader)
	};
}
