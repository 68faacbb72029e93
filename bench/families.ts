import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Message = {
	messageId: string;
	families: {
		plan: { goals: { id: string; ownWords: string; steps: { id: string; title: string }[] }[] };
	}[];
};

const STEPS_A_GOAL = 5;
const SAMPLE = readFileSync('samples/piet.json', 'utf8');

/**
 * Case messages with families like Piet's, under names of their own.
 * @param steps of each family's plan, five to a goal; without it, the plan of the sample
 */
export function familiesLikePiet(
	families: readonly { readonly name: string; readonly steps?: number }[]
): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-families-'));
	return families.map(({ name, steps }) => {
		const text = SAMPLE.replaceAll('piet-', `${name}-`).replaceAll(
			'@example.org',
			`-${name}@example.org`
		);
		const message = JSON.parse(text) as Message;
		message.messageId = `bench-${name}`;
		const [family] = message.families;
		if (steps && family) family.plan.goals = goals(name, steps, family.plan.goals);
		const file = join(folder, `${name}.json`);
		writeFileSync(file, JSON.stringify(message));
		return file;
	});
}

type Goal = Message['families'][number]['plan']['goals'][number];

/** Goals that are all open, with the words, owners and states of the sample's own. */
function goals(name: string, steps: number, from: readonly Goal[]): Goal[] {
	const [pattern] = from;
	const some = from.flatMap((goal) => goal.steps);
	if (!pattern) throw new Error('the sample has no goal');
	return Array.from({ length: steps / STEPS_A_GOAL }, (_, goal) => ({
		...pattern,
		id: `${name}-doel-${goal}`,
		ownWords: `${pattern.ownWords} (${goal})`,
		steps: Array.from({ length: STEPS_A_GOAL }, (_, step) => ({
			...(some[(goal * STEPS_A_GOAL + step) % some.length] ?? { title: '' }),
			id: `${name}-stap-${goal}-${step}`
		}))
	}));
}
