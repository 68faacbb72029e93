import type { Asked, Informant, Observation, Split } from '#lib/feedback/model.ts';
import type { Input } from '#lib/council/disclosure.rules.ts';
import type { Catalogue } from '#lib/council/table.model.ts';

/** Numbers from 0 to 1 that are the same again for the same seed (mulberry32). */
export function dice(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export const CATALOGUE: Catalogue = {
	measures: [
		{ criterion: 'use', informant: 'parent', scale: { kind: 'grade', low: 1, high: 10 } },
		{ criterion: 'dropout', informant: 'registration', scale: { kind: 'share' } }
	],
	regions: ['noord', 'midden', 'zuid'],
	ageBand: ['12-15', '16-17', '18-23'],
	help: ['ambulant', 'dagbehandeling', 'verblijf'],
	kader: ['vrijwillig', 'ots', 'uithuisplaatsing']
};

/** One of the list, the first ones more often: categories are never of one size. */
const oneOf = <T>(roll: () => number, list: readonly T[]): T =>
	list[Math.floor(roll() ** 1.6 * list.length)] as T;

/** What families said in a quarter, with gaps, double answers and doubtful categories. */
export function randomInput(seed: number): Input {
	const roll = dice(seed);
	// One measure a set: measures share no numbers, and more sets find more.
	const catalogue = { ...CATALOGUE, measures: [oneOf(roll, CATALOGUE.measures)] };
	return answersFor(seed, {
		catalogue,
		families: 15 + Math.floor(roll() ** 2 * 500),
		regisseurs: 1 + Math.floor(roll() * 30),
		unknown: roll() < 0.7 ? 0 : roll() * 0.05
	});
}

type Wanted = {
	readonly catalogue: Catalogue;
	readonly families: number;
	readonly regisseurs: number;
	/** Which part of the families has no category, in each dimension. */
	readonly unknown: number;
};

/** As many families as are wanted, each with answers to most of the measures. */
export function answersFor(seed: number, wanted: Wanted): Input {
	const { catalogue, families, regisseurs, unknown } = wanted;
	const roll = dice(seed * 31);
	const observations: Observation[] = [];
	const asked: Asked[] = [];
	for (let number = 0; number < families; number++) {
		const family = `gezin ${number}`;
		const known = <T>(list: readonly T[]) => (roll() < unknown ? null : oneOf(roll, list));
		const split: Split = {
			region: known(catalogue.regions),
			ageBand: known(catalogue.ageBand),
			help: known(catalogue.help),
			kader: known(catalogue.kader)
		};
		const regisseur = `regisseur ${Math.floor(roll() * regisseurs)}`;
		for (const { criterion, informant, scale } of catalogue.measures) {
			asked.push({ criterion, informant, family, split });
			if (roll() < 0.35) continue;
			const times = roll() < 0.15 ? 2 + Math.floor(roll() * 3) : 1;
			for (let time = 0; time < times; time++) {
				observations.push({
					...{ criterion, informant: informant as Informant, family, regisseur },
					respondent: `${family} ${Math.floor(roll() * times)}`,
					value: scale.kind === 'share' ? Number(roll() < 0.3) : gradeIn(roll, scale),
					split: roll() < 0.03 ? { ...split, ageBand: known(catalogue.ageBand) } : split
				});
			}
		}
	}
	return { quarter: '2026-Q3', observations, asked, catalogue };
}

const gradeIn = (
	roll: () => number,
	{ low, high }: { readonly low: number; readonly high: number }
) => low + Math.floor(roll() ** 0.6 * (high - low + 1));
