import type { Asked, Observation, Quarter, Split } from '#lib/feedback/model.ts';
import { audit, type AuditProblem } from './disclosure/audit.ts';
import { shown } from './disclosure/rounding.ts';
import { RULES, type DisclosureRules } from './disclosure/rules.ts';
import type { Candidate } from './disclosure/candidate.ts';
import { suppress, type Reasons } from './disclosure/suppression.ts';
import { meanOf, silentFamilies, unitsOf, type Silent, type Unit } from './disclosure/unit.ts';
import {
	DIMENSIONS,
	EVERYWHERE,
	isAnswered,
	WHOLE,
	type Catalogue,
	type Cell,
	type Dimension,
	type Figure,
	type Measure,
	type Tables
} from './table.model.ts';

export type Input = {
	readonly quarter: Quarter;
	readonly observations: readonly Observation[];
	readonly asked: readonly Asked[];
	readonly catalogue: Catalogue;
};

/** The tables, or why they may not be shown; and how many cells stay closed, for the one who publishes. */
export type Disclosure = {
	readonly tables: Tables;
	readonly reasons: Reasons;
	readonly problems: readonly AuditProblem[];
	/** Who is under each shown number, quarter and measure apart: for an audit over several quarters. */
	readonly groups: readonly ReadonlySet<string>[];
};

/**
 * Makes the tables of one closed quarter. The same input in any order gives the same tables, and every
 * place of the catalogue has a cell, whatever was answered.
 */
export function disclose(input: Input, rules: DisclosureRules = RULES): Disclosure {
	const measured = input.catalogue.measures.map((measure) =>
		discloseMeasure(input, measure, rules)
	);
	return {
		tables: { quarter: input.quarter, cells: measured.flatMap(({ cells }) => cells) },
		reasons: {
			tooFew: sumOf(measured, 'tooFew'),
			wholeHidden: sumOf(measured, 'wholeHidden'),
			complementary: sumOf(measured, 'complementary')
		},
		problems: [...new Set(measured.flatMap(({ problems }) => problems))],
		groups: measured.flatMap(({ groups }) => groups)
	};
}

const sumOf = (measured: readonly { readonly reasons: Reasons }[], reason: keyof Reasons) =>
	measured.reduce((sum, { reasons }) => sum + reasons[reason], 0);

function discloseMeasure(input: Input, measure: Measure, rules: DisclosureRules) {
	const { criterion, informant } = measure;
	const isOfMeasure = (it: { criterion: string; informant: string }) =>
		it.criterion === criterion && it.informant === informant;
	const units = unitsOf(
		input.observations.filter(isOfMeasure),
		input.catalogue,
		rules.oneValuePerFamily
	);
	const silent = silentFamilies(input.asked.filter(isOfMeasure), units, input.catalogue);
	const places = placesOf(input.catalogue);
	const candidates = [
		...places.map((place) => valueCell(place, units, { measure, rules })),
		...(isAnswered(measure)
			? places.map((place) => responseCell(place, { units, silent, rules }))
			: [])
	];
	const { shown: open, reasons } = suppress(candidates, rules);
	const cells = candidates.map((cell): Cell => ({
		...{ criterion, informant, aspect: cell.aspect, population: cell.population },
		...{ dimension: cell.dimension, category: cell.category },
		figure: open.has(cell) ? cell.figure : null
	}));
	// A family's answers of two quarters, or of a youth and a parent, are not the same number.
	const apart = (family: string) => `${input.quarter} ${criterion} ${informant} ${family}`;
	const groups = [...open].map(({ under }) => new Set([...under].map(apart)));
	const problems = rules.audited ? audit(groups, rules.fewest.families) : [];
	return { cells, reasons, problems, groups };
}

type CellPlace = Pick<Candidate, 'population' | 'dimension' | 'category'>;

/** One dimension at a time within a region, and of all regions only the total (D6). */
function placesOf(catalogue: Catalogue): CellPlace[] {
	const categories: Record<Dimension, readonly string[]> = { ...catalogue, total: [WHOLE] };
	return [
		{ population: EVERYWHERE, dimension: 'total', category: WHOLE },
		...catalogue.regions.flatMap((population) =>
			DIMENSIONS.flatMap((dimension) =>
				categories[dimension].map((category) => ({ population, dimension, category }))
			)
		)
	];
}

const isIn = ({ population, dimension, category }: CellPlace, split: Split) =>
	(population === EVERYWHERE || split.region === population) &&
	(dimension === 'total' || split[dimension] === category);

const isLarge = (units: readonly Unit[], { fewest }: DisclosureRules) =>
	units.length >= fewest.families &&
	allOf(units, 'respondents').size >= fewest.respondents &&
	allOf(units, 'regisseurs').size >= fewest.regisseurs;

const allOf = (units: readonly Unit[], of: 'respondents' | 'regisseurs') =>
	new Set(units.flatMap((unit) => [...unit[of]]));

function valueCell(
	place: CellPlace,
	units: readonly Unit[],
	{ measure, rules }: { readonly measure: Measure; readonly rules: DisclosureRules }
): Candidate {
	const here = units.filter(({ split }) => isIn(place, split));
	const values = here.flatMap((unit) => unit.values).sort((one, other) => one - other);
	const enough = isLarge(here, rules);
	const figure = enough ? shown(meanOf(values), here.length, measure.scale, rules) : null;
	const families = new Set(here.map(({ family }) => family));
	return { ...place, aspect: 'value', under: families, families, enough, figure };
}

/**
 * Of the families that were asked, how many answered. Both groups must be large enough: who did not answer is
 * counted from the difference.
 */
function responseCell(
	place: CellPlace,
	given: {
		readonly units: readonly Unit[];
		readonly silent: readonly Silent[];
		readonly rules: DisclosureRules;
	}
): Candidate {
	const { units, silent, rules } = given;
	const answered = units.filter(({ split }) => isIn(place, split));
	const families = new Set(
		silent.flatMap(({ family, split }) => (isIn(place, split) ? [family] : []))
	);
	const under = families.union(new Set(answered.map(({ family }) => family)));
	const enough = isLarge(answered, rules) && families.size >= rules.fewest.families;
	const scale = { kind: 'share' } as const;
	const figure: Figure | null = enough
		? shown(answered.length / under.size, under.size, scale, rules)
		: null;
	return { ...place, aspect: 'response', under, families, enough, figure };
}
