import { catalogueOf } from '#lib/council/catalogue.ts';
import type { Input } from '#lib/council/disclosure.rules.ts';
import type { Asked, Observation, Split } from '#lib/feedback/model.ts';
import { dice } from './random-answers.ts';

/** Proportions: invented, but shaped as help is, with a few large kinds and many rare ones. */
type Weights = Readonly<Record<string, number>>;

const HELP: Weights = {
	...{ lokaal_team: 25, ambulant: 40, dagbehandeling: 8, pleegzorg: 7, gezinshuis: 2 },
	...{ verblijf: 5, jeugdbescherming: 9, jeugdreclassering: 4 }
};

/** Kader goes with the kind of help, so that two cells of different splits hold nearly the same families. */
const KADER: Readonly<Record<string, Weights>> = {
	lokaal_team: { vrijwillig: 90, intensief_vrijwillig: 8, onderzoek: 2 },
	ambulant: { vrijwillig: 78, intensief_vrijwillig: 10, ots: 8, onderzoek: 4 },
	dagbehandeling: { vrijwillig: 90, ots: 10 },
	pleegzorg: { uithuisplaatsing: 50, voogdij: 25, vrijwillig: 25 },
	gezinshuis: { uithuisplaatsing: 60, voogdij: 25, vrijwillig: 15 },
	verblijf: { vrijwillig: 40, uithuisplaatsing: 40, ots: 10, gesloten: 10 },
	jeugdbescherming: { ots: 60, voogdij: 18, uithuisplaatsing: 15, voorlopige_ots: 7 },
	jeugdreclassering: { jeugdreclassering: 93, ots: 7 }
};

const AGES: Weights = { '12-15': 45, '16-17': 35, '18-23': 20 };
const REGIONS: Weights = { midden: 50, noord: 30, zuid: 20 };

function drawn(roll: () => number, weights: Weights): string {
	const entries = Object.entries(weights);
	let left = roll() * entries.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [name, weight] of entries) if ((left -= weight) < 0) return name;
	return entries[0]?.[0] ?? '';
}

/** The same for every name. */
const even = (weights: Weights): Weights =>
	Object.fromEntries(Object.keys(weights).map((name) => [name, 1]));

/**
 * One measure of a quarter as a portal of three unequal regions may have it: 240 to 4000 families, as many for
 * each doubling. In one set of four every kind of help is about as frequent and the families are so few that
 * most cells have about ten.
 */
export function likelyInput(seed: number): Input {
	const roll = dice(seed * 17 + 5);
	const onEdge = seed % 4 === 0;
	const full = catalogueOf(Object.keys(REGIONS));
	const catalogue = { ...full, measures: full.measures.slice(1, 2) };
	const families = Math.round(onEdge ? 200 + roll() * 700 : 240 * (4000 / 240) ** roll());
	const regisseurs = 3 + Math.floor(families / 15);
	const answering = 0.35 + roll() * 0.4;
	const unknown = roll() < 0.7 ? 0 : roll() * 0.05;
	const observations: Observation[] = [];
	const asked: Asked[] = [];
	const as = { criterion: 'use', informant: 'parent' } as const;
	for (let number = 0; number < families; number++) {
		const family = `gezin ${number}`;
		const split = splitOf(roll, { onEdge, unknown });
		asked.push({ ...as, family, split });
		if (roll() > answering) continue;
		const regisseur = `regisseur ${Math.floor(roll() * regisseurs)}`;
		for (let time = 0; time < (roll() < 0.15 ? 2 : 1); time++)
			observations.push({
				...as,
				...{ family, regisseur, respondent: `${family} ${time}` },
				value: 1 + Math.floor(roll() ** 0.6 * 10),
				// Somebody may have had a birthday, or other help, between asking and answering.
				split:
					roll() < 0.03 ? { ...splitOf(roll, { onEdge, unknown }), region: split.region } : split
			});
	}
	return { quarter: '2026-Q3', observations, asked, catalogue };
}

function splitOf(
	roll: () => number,
	{ onEdge, unknown }: { readonly onEdge: boolean; readonly unknown: number }
): Split {
	const shape = (weights: Weights) => (onEdge ? even(weights) : weights);
	const known = <T>(category: T) => (roll() < unknown ? null : category);
	const help = drawn(roll, shape(HELP));
	return {
		region: known(drawn(roll, REGIONS)),
		ageBand: known(drawn(roll, AGES)) as Split['ageBand'],
		help: known(help),
		kader: known(drawn(roll, shape(KADER[help] ?? {})))
	};
}
