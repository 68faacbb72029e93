import { disclose, type Disclosure, type Input } from '#lib/council/disclosure.rules.ts';
import type { DisclosureRules } from '#lib/council/disclosure/rules.ts';
import { EVERYWHERE, type Cell, type Scale } from '#lib/council/table.model.ts';

/** What must hold of every publication, each by the rule that keeps it. */
export type Breach =
	'D1' | 'D2 families' | 'D2 respondents' | 'D2 regisseurs' | 'D3' | 'D4' | 'D7' | 'D8';

type Group = ReadonlySet<string>;

/** Of a rule nothing is asked here but what it promises: all of it is counted again from the answers. */
export function breachesOf(input: Input, done: Disclosure): Breach[] {
	const { tables, groups, problems } = done;
	const open = isolated(groups);
	const breaches: Record<Exclude<Breach, 'D1'>, boolean> = {
		'D2 families':
			groups.some(({ size }) => size < 10) || fewest(input, tables.cells, 'family') < 10,
		'D2 respondents': fewest(input, tables.cells, 'respondent') < 10,
		'D2 regisseurs': fewest(input, tables.cells, 'regisseur') < 3,
		D3: tables.cells.some((cell) => isEnd(cell, scaleOf(input, cell))),
		D4: tables.cells.some((cell) => !isRounded(cell, scaleOf(input, cell))),
		D7: open,
		D8: open && problems.length === 0
	};
	return Object.entries(breaches).flatMap(([breach, broken]) => (broken ? [breach as Breach] : []));
}

/** The same with D1, which takes the tables once more. */
export function allBreachesOf(
	input: Input,
	rules: DisclosureRules,
	done: Disclosure = disclose(input, rules)
): Breach[] {
	const heard = JSON.stringify(disclose(loud(input), rules).tables) !== JSON.stringify(done.tables);
	return [...(heard ? ['D1' as const] : []), ...breachesOf(input, done)];
}

/** One family says all it said twenty times over. */
function loud(input: Input): Input {
	const [first] = input.observations;
	if (!first) return input;
	const own = input.observations.filter(({ family }) => family === first.family);
	const again = Array.from({ length: 20 }, () => own).flat();
	return { ...input, observations: [...input.observations, ...again] };
}

/** The fewest that stand under a value that is shown, counted in the answers themselves. */
function fewest(
	{ observations }: Input,
	cells: readonly Cell[],
	what: 'family' | 'respondent' | 'regisseur'
): number {
	const numbers = cells
		.filter(({ figure, aspect }) => figure && aspect === 'value')
		.map(({ criterion, informant, population, dimension, category }) => {
			const here = observations.filter(
				(it) =>
					it.criterion === criterion &&
					it.informant === informant &&
					(population === EVERYWHERE || it.split.region === population) &&
					(dimension === 'total' || it.split[dimension] === category)
			);
			return new Set(here.map((it) => it[what])).size;
		});
	return Math.min(...numbers, Infinity);
}

const scaleOf = ({ catalogue }: Input, cell: Cell): Scale => {
	const found = catalogue.measures.find(
		({ criterion, informant }) => criterion === cell.criterion && informant === cell.informant
	);
	return found && cell.aspect === 'value' ? found.scale : { kind: 'share' };
};

/** Whether everybody under the number said the same, and the number says so. */
function isEnd({ figure }: Cell, scale: Scale): boolean {
	if (!figure) return false;
	const [low, high] = scale.kind === 'share' ? [9.9, 90.1] : [scale.low + 0.4, scale.high - 0.4];
	return figure.value < low || figure.value > high;
}

function isRounded({ figure }: Cell, scale: Scale): boolean {
	if (!figure) return true;
	const few = figure.bound === 'exact' && figure.families < 50;
	const step = scale.kind === 'grade' ? 0.5 : few ? 10 : 5;
	return figure.families % 5 === 0 && figure.value % step === 0;
}

/** What a council member with paper and patience tries: sums of two dimensions of a region taken from each other. */
function isolated(groups: readonly Group[]): boolean {
	const large = marksOf(groups.toSorted((one, other) => other.size - one.size).slice(0, 22));
	const isSmall = (size: number) => size > 0 && size < 10;
	return large.some((whole, at) =>
		large.slice(at + 1).some((part, next) => {
			const outside = besides(part, whole);
			if (outside === 0 && isSmall(besides(whole, part))) return true;
			return large.slice(at + next + 2).some((other) => {
				const pair = whole.map((_, word) => part[word]! | other[word]!);
				if (part.some((word, place) => (word & other[place]!) !== 0)) return false;
				const [more, less] = [besides(pair, whole), besides(whole, pair)];
				return (more === 0 && isSmall(less)) || (less === 0 && isSmall(more));
			});
		})
	);
}

/** A bit for each family: thousands of sets are taken from each other. */
function marksOf(groups: readonly Group[]): Int32Array[] {
	const places = new Map(
		[...new Set(groups.flatMap((group) => [...group]))].map((it, at) => [it, at])
	);
	return groups.map((group) => {
		const words = new Int32Array(Math.ceil(places.size / 32));
		for (const family of group) {
			const place = places.get(family) ?? 0;
			words[place >> 5]! |= 1 << (place & 31);
		}
		return words;
	});
}

/** How many are in the first and not in the second. */
function besides(first: Int32Array, second: Int32Array): number {
	let number = 0;
	for (const [at, word] of first.entries())
		for (let left = word & ~(second[at] ?? 0); left !== 0; left &= left - 1) number++;
	return number;
}
