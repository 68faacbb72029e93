import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/feedback/model.ts';
import {
	allBreachesOf,
	breachesOf,
	type Breach
} from '../../../tests/support/disclosure-properties.ts';
import { likelyInput } from '../../../tests/support/likely-answers.ts';
import { CATALOGUE, randomInput } from '../../../tests/support/random-answers.ts';
import { disclose, type Input } from './disclosure.rules.ts';
import { RULES, type DisclosureRules } from './disclosure/rules.ts';

/** `npm run disclosure:nightly` looks at 10,000. One again: `DISCLOSURE_SETS=1 DISCLOSURE_SEED=<seed>`. */
const SETS = Number(process.env.DISCLOSURE_SETS ?? 500);
const FIRST = Number(process.env.DISCLOSURE_SEED ?? 1);
const seeds = Array.from({ length: SETS }, (_, place) => FIRST + place);

/** Time that one data set may take on a busy machine, in milliseconds. */
const EACH = 1_000;

/** Of fewer data sets an average says nothing. */
const ENOUGH_SETS = 100;

/**
 * In each of three regions each of three splits may have to give a cell, and two cells of different splits that
 * hold nearly the same families one each: five values with their responses. And the totals of all regions.
 */
const MOST_HIDDEN = 3 * 5 * 2 + 2;

const shares: number[] = [];

describe(`${SETS} random data sets from seed ${FIRST}`, () => {
	test(
		'nobody can be singled out, and every number is rounded: few cells, any size',
		() => {
			for (const seed of seeds) {
				const input = randomInput(seed);
				const done = disclose(input);
				const found = allBreachesOf(input, RULES, done);
				expect([...found, ...done.problems], `seed ${seed}`).toEqual([]);
			}
		},
		SETS * EACH + 30_000
	);

	test(
		'nobody can be singled out, and every number is rounded: the portal’s own tables',
		() => {
			for (const seed of seeds) {
				const input = likelyInput(seed);
				const done = disclose(input);
				const { tables, reasons } = done;
				expect([...breachesOf(input, done), ...done.problems], `seed ${seed}`).toEqual([]);
				const open = tables.cells.filter(({ figure }) => figure).length;
				const enough = open + reasons.complementary + reasons.wholeHidden;
				if (enough > 0) shares.push(open / enough);
				expect(enough - open, `seed ${seed}`).toBeLessThanOrEqual(MOST_HIDDEN);
				if (enough >= 60) expect(open / enough, `seed ${seed}`).toBeGreaterThan(0.75);
			}
			console.log(
				`kept of what is large enough, mean ${mean(shares).toFixed(3)}, least ${Math.min(...shares).toFixed(3)}`
			);
		},
		SETS * EACH + 30_000
	);

	if (SETS >= ENOUGH_SETS)
		test('of what is large enough nine cells of ten stay to be read', () => {
			expect(mean(shares)).toBeGreaterThanOrEqual(0.9);
		});
});

const mean = (numbers: readonly number[]) =>
	numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Twenty families of whom something is the same. */
function alike(same: Partial<Observation>): Input {
	const observations = Array.from({ length: 20 }, (_, number): Observation => ({
		...{ criterion: 'dropout', informant: 'registration', value: number % 2 },
		...{ family: `g${number}`, respondent: `r${number}`, regisseur: `w${number % 5}` },
		split: { region: 'noord', ageBand: '12-15', help: 'ambulant', kader: 'ots' },
		...same
	}));
	return { quarter: '2026-Q3', observations, asked: [], catalogue: CATALOGUE };
}

/**
 * Each rule is taken away by itself: then what it promises does not hold any more, so the tests above would
 * be red. D7 leaves D8 standing, which finds what D7 would have hidden.
 */
describe('a rule that is taken away is missed', () => {
	const fewest = (what: Partial<DisclosureRules['fewest']>) => ({
		fewest: { ...RULES.fewest, ...what }
	});
	const inputs = [
		alike({ value: 1 }),
		alike({ respondent: 'one' }),
		alike({ regisseur: 'one' }),
		...Array.from({ length: 60 }, (_, place) => randomInput(place + 1))
	];
	const exact = { count: 1, share: 1, shareOfFew: 1, small: 50, grade: 0.01 };

	test.each<[Breach, Partial<DisclosureRules>]>([
		['D1', { oneValuePerFamily: false }],
		['D2 families', fewest({ families: 1 })],
		['D2 respondents', fewest({ respondents: 1 })],
		['D2 regisseurs', fewest({ regisseurs: 1 })],
		['D3', { ends: { above: 101, below: -1 } }],
		['D4', { steps: exact }],
		['D7', { complementary: false }],
		['D8', { complementary: false, audited: false }]
	])('%s', (breach, change) => {
		const rules = { ...RULES, ...change };
		expect(inputs.some((input) => allBreachesOf(input, RULES).includes(breach))).toBe(false);
		expect(inputs.some((input) => allBreachesOf(input, rules).includes(breach))).toBe(true);
	});
});
