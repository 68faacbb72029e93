import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/routes/reasons.ts';

/** Refusals of a case message have words of their own, see `wording.ts`. */
const MACHINES = 'src/lib/imports/policy.ts';

const reasonsIn = (text: string) => [...text.matchAll(/deny\('([^']+)'\)/g)].map(([, key]) => key);

test('every refusal that a person may understand has words', () => {
	const policies = globSync('src/lib/*/{policy,*.policy}.ts').filter((file) => file !== MACHINES);
	const reasons = policies.flatMap((file) => reasonsIn(readFileSync(file, 'utf8')));
	expect(reasons.length).toBeGreaterThan(3);
	expect(reasons.filter((reason) => !REASONS[reason ?? ''])).toEqual([]);
});

test('a refusal without words is found', () => {
	const seeded = reasonsIn("return deny('iets_nieuws');");
	expect(seeded.filter((reason) => !REASONS[reason ?? ''])).toEqual(['iets_nieuws']);
});
