import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SAMPLES, dump, sample } from '../../../tests/support/case-message.ts';
import { aContext } from '../../../tests/support/database.ts';
import { GOAL_GROUPS } from '#lib/plan/model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { CaseMessage, MessageFamily } from './message.ts';
import { parseMessage, sourceOf } from './problems.ts';
import { importMessage } from './server/commands.ts';

function familiesOf(name: (typeof SAMPLES)[number]): readonly MessageFamily[] {
	return messageOf(name).families;
}

function messageOf(name: (typeof SAMPLES)[number]): CaseMessage {
	const parsed = parseMessage(sample(name));
	if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
	return parsed.message;
}

const take = async (ctx: Ctx, name: (typeof SAMPLES)[number]) => {
	const json = sample(name);
	const { state } = await importMessage(ctx, { kind: 'machine', source: sourceOf(json) }, json);
	return `${name} ${state}`;
};

test('every sample is accepted once, and the second time changes nothing', async () => {
	const { ctx } = await aContext();
	for (const name of SAMPLES) expect(await take(ctx, name)).toBe(`${name} taken-in`);
	const once = await dump(ctx.db);
	for (const name of SAMPLES) expect(await take(ctx, name)).toBe(`${name} already-known`);
	expect(await dump(ctx.db)).toBe(once);
}, 60_000);

test('two samples of one source are accepted in either order', async () => {
	const { ctx } = await aContext();
	for (const name of ['drang', 'twee-huizen'] as const)
		expect(await take(ctx, name)).toBe(`${name} taken-in`);
});

test('the plan of Piet has goals in all four groups and steps of everyone', () => {
	const [family] = familiesOf('piet');
	const goals = family?.plan.goals ?? [];
	expect(new Set(goals.map(({ group }) => group))).toEqual(new Set(GOAL_GROUPS));
	const owners = goals.flatMap(({ steps }) => steps.map(({ owner }) => owner));
	expect(new Set(owners)).toEqual(new Set(family?.people.map(({ id }) => id)));
	expect(owners.filter((owner) => owner === 'piet-oma').length).toBeGreaterThanOrEqual(4);
});

test('in the two homes an address is hidden and shared by a mother and her child', () => {
	const [family] = familiesOf('twee-huizen');
	const hidden = family?.households.filter(({ addressHidden }) => addressHidden) ?? [];
	expect(hidden).toMatchObject([{ street: 'Kanariestraat 9' }]);
	const addresses = hidden[0]?.members.flatMap(({ email }) => email ?? []) ?? [];
	expect(new Set(addresses).size).toBe(addresses.length - 1);
	const gezag = family?.gezag.filter(({ holder }) => holder === 'huizen-vader') ?? [];
	expect(gezag.map(({ child }) => child)).toEqual(['huizen-noor']);
});

test('the two regisseurs of the region have 22 and 18 families', () => {
	const people = familiesOf('regio').flatMap(({ regisseurs }) =>
		regisseurs.map(({ person }) => String(person))
	);
	const count = (name: string) => people.filter((person) => person === name).length;
	expect([count('regio-marit'), count('regio-tom')]).toEqual([22, 18]);
});

test('the region is written again exactly as it is kept', () => {
	const folder = mkdtempSync(join(tmpdir(), 'region-'));
	const target = join(folder, 'regio.json');
	execFileSync(process.execPath, ['scripts/make-region-sample.mjs', target]);
	const again = readFileSync(target, 'utf8');
	rmSync(folder, { recursive: true });
	expect(again).toBe(readFileSync('samples/regio.json', 'utf8'));
});

test.each(SAMPLES)(
	'%s holds only addresses and numbers that cannot exist, and no cold words',
	(name) => {
		const text = readFileSync(`samples/${name}.json`, 'utf8');
		const addresses = text.match(/[^"\s]+@[^"\s]+/g) ?? [];
		expect(addresses.filter((address) => !address.endsWith('@example.org'))).toEqual([]);
		const phones = [...text.matchAll(/"phone": "([^"]+)"/g)].map(([, phone]) => phone);
		expect(phones.filter((phone) => !/^06 0000 00\d\d$/.test(phone ?? ''))).toEqual([]);
		// Names of fields are read by nobody at home.
		const words = text.replaceAll(/casusregisseur|"trajectories"/g, '');
		expect(words).not.toMatch(/cli[eë]nt|casus|traject|inzet/i);
	}
);
