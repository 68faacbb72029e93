import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/feedback/model.ts';
import { CATALOGUE, dice, randomInput } from '../../../tests/support/random-answers.ts';
import { disclose, type Input } from './disclosure.rules.ts';
import { audit } from './disclosure/audit.ts';
import { shown } from './disclosure/rounding.ts';
import { RULES, type DisclosureRules } from './disclosure/rules.ts';
import { mayPublish, newestToPublish, quarterOf } from './quarter.rules.ts';
import { DIMENSIONS, EVERYWHERE, type Cell } from './table.model.ts';

const seeds = Array.from({ length: 25 }, (_, place) => place + 1);

const without = (change: Partial<DisclosureRules>): DisclosureRules => ({ ...RULES, ...change });

type Part = Partial<Omit<Observation, 'split'>> & {
	readonly split?: Partial<Observation['split']>;
};

/** Twenty parents, say, with a grade of 7 each, in one cell of everything. */
function of(families: number, part: Part = {}): Input {
	const observations = Array.from({ length: families }, (_, number): Observation => ({
		...{ criterion: 'use', informant: 'parent', value: 7, family: `g${number}` },
		...{ respondent: `r${number}`, regisseur: `w${number % 5}` },
		...part,
		split: { region: 'noord', ageBand: '12-15', help: 'ambulant', kader: 'ots', ...part.split }
	}));
	return { quarter: '2026-Q3', observations, asked: [], catalogue: CATALOGUE };
}

const joined = (...inputs: Input[]): Input => ({
	...(inputs[0] as Input),
	observations: inputs.flatMap(({ observations }, at) =>
		observations.map((it) => ({
			...it,
			family: `${at} ${it.family}`,
			respondent: `${at} ${it.respondent}`
		}))
	)
});

const total = ({ tables }: ReturnType<typeof disclose>): Cell | undefined =>
	tables.cells.find((cell) => cell.aspect === 'value' && cell.population === 'noord');

describe('D1: the family is the unit', () => {
	test('one with fifty answers counts as one with one', () => {
		const [first] = of(1).observations;
		const loud = { ...of(20), observations: [...of(20).observations] };
		for (let times = 0; times < 49; times++) loud.observations.push({ ...first!, value: 7 });
		expect(disclose(loud).tables).toEqual(disclose(of(20)).tables);
	});

	test('fifty low answers of one family move no figure, and would without D1', () => {
		const [first] = of(1).observations;
		const loud = of(20).observations.concat(
			Array.from({ length: 50 }, () => ({ ...first!, value: 1 }))
		);
		const input = { ...of(20), observations: loud };
		expect(total(disclose(input))?.figure?.value).toBe(6.5);
		expect(total(disclose(input, without({ oneValuePerFamily: false })))?.figure?.value).toBe(2.5);
	});
});

describe('D2: nought to nine are one', () => {
	const bytes = (input: Input, pick: (cell: Cell) => boolean) =>
		JSON.stringify(disclose(input).tables.cells.filter(pick));

	test.each([0, 1, 5, 9])('a table of %i families is the table of none', (families) => {
		expect(bytes(of(families), () => true)).toBe(bytes(of(0), () => true));
	});

	test('ten are shown', () => {
		expect(total(disclose(of(10)))?.figure).toEqual({ families: 10, value: 7, bound: 'exact' });
	});

	test('a cell of nine between large ones looks as one of none', () => {
		const input = (few: number) =>
			joined(
				of(40),
				of(30, { split: { ageBand: '16-17' } }),
				of(few, { split: { ageBand: '18-23' } })
			);
		const isOldest = (cell: Cell) => cell.population === 'noord' && cell.category === '18-23';
		expect(bytes(input(9), isOldest)).toBe(bytes(input(0), isOldest));
	});
});

describe('D3 and D4', () => {
	test.each([
		[1, 200, 90, 'above'],
		[0.9, 200, 90, 'above'],
		[0.88, 200, 90, 'exact'],
		[0.1, 200, 10, 'below'],
		[0, 200, 10, 'below'],
		[0.42, 200, 40, 'exact'],
		[0.43, 200, 45, 'exact'],
		[0.43, 49, 40, 'exact'],
		[0.43, 50, 45, 'exact']
	] as const)('a share of %d among %i is %i, %s', (mean, families, value, bound) => {
		expect(shown(mean, families, { kind: 'share' }, RULES)).toMatchObject({ value, bound });
	});

	test.each([
		[10, 9.5, 'above'],
		[9.75, 9.5, 'above'],
		[9.7, 9.5, 'exact'],
		[7.24, 7, 'exact'],
		[7.25, 7.5, 'exact'],
		[1, 1.5, 'below']
	] as const)('a mean grade of %d is %d, %s', (mean, value, bound) => {
		const scale = { kind: 'grade', low: 1, high: 10 } as const;
		expect(shown(mean, 60, scale, RULES)).toEqual({ families: 60, value, bound });
	});

	test('without D3 all of a group would be known', () => {
		const rules = without({ ends: { above: 101, below: -1 } });
		expect(shown(1, 60, { kind: 'share' }, rules).value).toBe(100);
	});

	test('without D4 the true number would stand there', () => {
		const exact = { count: 1, share: 1, shareOfFew: 1, small: 50, grade: 0.01 };
		expect(shown(7.24, 61, { kind: 'grade', low: 1, high: 10 }, without({ steps: exact }))).toEqual(
			{
				...{ families: 61, value: 7.24, bound: 'exact' }
			}
		);
	});
});

describe('D5: closed quarters of the Dutch calendar', () => {
	test.each([
		['2026-03-31T21:59:59Z', '2026-Q1'],
		['2026-03-31T22:00:00Z', '2026-Q2'],
		['2026-03-31T23:30:00Z', '2026-Q2'],
		['2026-12-31T22:59:59Z', '2026-Q4'],
		['2026-12-31T23:00:00Z', '2027-Q1']
	])('%s is in %s', (moment, quarter) => expect(quarterOf(new Date(moment))).toBe(quarter));

	test.each([
		['2026-09-30T12:00:00Z', false],
		['2026-10-28T22:59:59Z', false],
		['2026-10-28T23:00:00Z', true]
	])('at %s the third quarter may be published: %s', (moment, may) => {
		expect(mayPublish('2026-Q3', new Date(moment))).toBe(may);
	});

	test.each([
		['2026-10-28T12:00:00Z', '2026-Q2'],
		['2026-10-29T12:00:00Z', '2026-Q3'],
		['2027-01-10T12:00:00Z', '2026-Q3']
	])('at %s the newest is %s', (moment, quarter) => {
		expect(newestToPublish(new Date(moment))).toBe(quarter);
	});
});

test('D6: a cell is split by one thing, within a region; of all regions there is a total', () => {
	const { cells } = disclose(randomInput(3)).tables;
	expect(new Set(cells.map(({ dimension }) => dimension))).toEqual(new Set(DIMENSIONS));
	const everywhere = cells.filter(({ population }) => population === EVERYWHERE);
	expect(new Set(everywhere.map(({ dimension }) => dimension))).toEqual(new Set(['total']));
	const names = cells.map(({ figure: _, ...place }) => JSON.stringify(place));
	expect(new Set(names).size).toBe(names.length);
});

test('a cell tells of the families of its own category, and of no other', () => {
	const { cells } = disclose(
		joined(of(40), of(30, { value: 4, split: { ageBand: '16-17', kader: 'vrijwillig' } }))
	).tables;
	const figures = cells
		.filter(({ population, aspect }) => population === 'noord' && aspect === 'value')
		.flatMap(({ category, figure }) =>
			figure ? [`${category}: ${figure.value} of ${figure.families}`] : []
		);
	expect(figures).toEqual([
		'samen: 5.5 of 70',
		'12-15: 7 of 40',
		'16-17: 4 of 30',
		'ambulant: 5.5 of 70',
		'vrijwillig: 4 of 30',
		'ots: 7 of 40'
	]);
});

test('the same answers in another order, under other names, give the same bytes', () => {
	const roll = dice(7);
	for (const seed of seeds) {
		const input = randomInput(seed);
		const names = new Map<string, string>();
		const renamed = (name: string) =>
			names.get(name) ?? names.set(name, `${roll()}`).get(name) ?? '';
		const again = {
			...input,
			observations: input.observations
				.map((it) => ({ ...it, family: renamed(it.family), respondent: renamed(it.respondent) }))
				.sort(() => roll() - 0.5),
			asked: input.asked.map((it) => ({ ...it, family: renamed(it.family) })).reverse()
		};
		expect(JSON.stringify(disclose(again).tables), `seed ${seed}`).toBe(
			JSON.stringify(disclose(input).tables)
		);
	}
});

test('every place has a cell, whatever was answered', () => {
	const places = (input: Input) =>
		disclose(input).tables.cells.map(({ figure: _, ...place }) => place);
	expect(places(of(40))).toEqual(places(of(0)));
});

describe('D8 over quarters and councils together', () => {
	test('three quarters of the same families keep everybody hidden', () => {
		for (const seed of seeds) {
			const input = randomInput(seed);
			const grown = { ...randomInput(seed), quarter: '2026-Q4' as const };
			const fewer = {
				...input,
				quarter: '2027-Q1' as const,
				observations: input.observations.slice(9)
			};
			const groups = [input, grown, fewer].flatMap((it) => disclose(it).groups);
			expect(audit(groups, 10), `seed ${seed}`).toEqual([]);
		}
	}, 60_000);

	const names = (from: number, to: number) =>
		new Set(Array.from({ length: to - from }, (_, at) => `g${from + at}`));

	test.each<[string, ReadonlySet<string>[], string[]]>([
		['nothing', [], []],
		['one number', [names(0, 10)], []],
		['the same number twice', [names(0, 20), names(0, 20)], []],
		['ten between two', [names(0, 20), names(0, 30)], []],
		['nine between two', [names(0, 20), names(0, 29)], ['nested', 'span']],
		['one between two', [names(0, 20), names(0, 21)], ['nested', 'span']],
		['a total and all but one of its parts', [names(0, 45), names(0, 20), names(20, 40)], ['span']],
		['a total and its parts', [names(0, 40), names(0, 20), names(20, 40)], []],
		['overlap that nothing takes apart', [names(0, 20), names(15, 40)], []],
		[
			'what three of them have in common, by halves',
			[
				new Set([...names(0, 3), ...names(10, 30)]),
				new Set([...names(0, 3), ...names(30, 50)]),
				new Set([...names(10, 50)])
			],
			['span']
		]
	])('%s', (_, groups, problems) => expect(audit(groups, 10)).toEqual(problems));
});
