import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry, participant } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import {
	EndingInput,
	GoalInput,
	SituationInput,
	StepInput,
	type EditInput
} from '../edit.model.ts';
import { canWritePlan } from '../policy.ts';
import { changePlan } from './change.ts';
import { savePart } from './edit.commands.ts';
import { getVersionPage, getVersionsPage } from './history.queries.ts';
import { loadPlan, ruleFacts } from './load.ts';
import { restorePlan } from './restore.commands.ts';
import { getRestorePage } from './restore.queries.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const FATHER = aPerson(personId('vader'));
const OTHER_FATHER = aPerson(personId('jeroen'));
const OMA = aPerson(personId('oma'));
const NOOR = aPerson(personId('Noor'));

let ctx: Ctx;
let moveTo: (to: string) => unknown;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'Milan', relation: 'kind', born: day('2019-03-01') },
			{
				...{ id: 'moeder', relation: 'ouder' },
				gezagOver: { Noor: 'gezamenlijk', Milan: 'gezamenlijk' }
			},
			{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'gezamenlijk' } },
			{ id: 'jeroen', relation: 'ouder', gezagOver: { Milan: 'gezamenlijk' } },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'tante', relation: 'netwerk' },
			{ id: 'zonder', relation: 'ouder' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
});

const key = () => crypto.randomUUID();
const save = (edit: EditInput) => savePart(ctx, ANNA, FAMILY, edit);
const goal = (ownWords: string, children: string, id?: string) =>
	save({
		kind: 'goal',
		input: GoalInput.parse({ key: key(), ownWords, children, group: 'nu', ...(id && { goal: id }) })
	});
const step = (goalId: string, title: string, owner: string, id?: string) =>
	save({
		kind: 'step',
		input: StepInput.parse({ key: key(), goal: goalId, title, owner, ...(id && { step: id }) })
	});
const list = (actor: Actor, before?: number) => getVersionsPage(ctx, actor, FAMILY, before);
const open = (actor: Actor, number: number) => getVersionPage(ctx, actor, FAMILY, number);

const lines = async (actor: Actor) =>
	(await list(actor)).versions.map(({ number, differences }) =>
		[number, ...differences.map((one) => `${one.kind} ${one.change} ${one.name}`)].join(': ')
	);
/** Everything that reaches the reader, from the list and from every page of a version. */
async function allOf(actor: Actor): Promise<string> {
	const { versions } = await list(actor);
	const pages = await Promise.all(versions.map(({ number }) => open(actor, number)));
	return JSON.stringify([versions, pages], (_, value: unknown) =>
		value instanceof Map ? [...value] : value
	);
}

describe('what changed, for one reader', () => {
	test('newest first, in words, with who and when', async () => {
		const id = await goal('Noor slaapt', 'Noor');
		moveTo('2026-11-23T09:30:00Z');
		await goal('Noor slaapt goed', 'Noor', id);
		expect(await lines(MOTHER)).toEqual([
			'2: goal changed Noor slaapt goed',
			'1: goal new Noor slaapt'
		]);
		const [newest] = (await list(MOTHER)).versions;
		expect(newest).toMatchObject({ at: new Date('2026-11-23T09:30:00Z'), byCaseSystem: false });
		expect(newest?.author?.name).toBe('Anna Achternaam');
	});

	test('a hidden version leaves no gap and no number', async () => {
		await goal('over Noor', 'Noor');
		await goal('over Milan', 'Milan');
		await goal('ook over Noor', 'Noor');
		expect(await lines(FATHER)).toEqual(['2: goal new ook over Noor', '1: goal new over Noor']);
		expect(await lines(OTHER_FATHER)).toEqual(['1: goal new over Milan']);
		expect(await lines(MOTHER)).toHaveLength(3);
		await expect(open(FATHER, 3)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
		expect(await allOf(FATHER)).not.toContain('Milan');
		expect(await allOf(OTHER_FATHER)).not.toContain('Noor');
	});

	test('twenty-five on a page, and the older ones behind a number', async () => {
		let id: string | undefined;
		for (let count = 1; count <= 30; count += 1) id = await goal(`woorden ${count}`, 'Noor', id);
		const first = await list(MOTHER);
		expect([first.versions.length, first.versions[0]?.number, first.older]).toEqual([25, 30, 6]);
		const second = await list(MOTHER, 6);
		expect(second.versions.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
		expect(second.older).toBeNull();
		expect((await list(MOTHER, 1)).versions).toEqual([]);
		expect((await list(MOTHER, 9999)).versions).toHaveLength(25);
	});

	test('another place in the list is no change, and who is hidden is nobody', async () => {
		const id = await goal('over Noor', 'Noor');
		const stepId = await step(id, 'stap', 'oma');
		await step(id, 'stap', 'jeroen', stepId);
		await step(id, 'stap', 'Milan', stepId);
		const text = JSON.stringify(await list(FATHER));
		expect(text).not.toContain('Milan');
		const shown = (await list(FATHER)).versions[0]?.differences[0]?.fields;
		expect(shown).toMatchObject([{ field: 'owner', now: { is: 'person', person: null } }]);
	});

	test('the child that moved a step is not named to who may not know it', async () => {
		const loaded = await loadPlan(ctx.db.read, FAMILY, day('2026-11-22'));
		if (!loaded?.plan) throw new Error('no plan');
		const { plan } = loaded;
		const may = authorize(canWritePlan, ANNA, ruleFacts(loaded));
		const byMilan = { ...may, actor: aPerson(personId('Milan')) } as typeof may;
		const content = { position: 0, group: 'nu', ownWords: 'x', professionalWords: null } as const;
		await ctx.db.write(async (tx) => {
			const after = { ...content, resultWords: null, children: ['Noor' as PersonId] };
			const changes = [{ kind: 'goal', id: 'g', before: null, after } as const];
			await changePlan(ctx, tx, byMilan, { plan, familyId: FAMILY, cause: 'edit', changes });
		});
		expect((await list(FATHER)).versions[0]?.author).toBeNull();
		expect((await list(MOTHER)).versions[0]?.author?.name).toBe('Milan');
	});

	test('the own part of the plan: words only for who sees every child', async () => {
		const ending = { reviewWords: 'geheim voor later', endWords: 'zo stopt het' };
		await save({ kind: 'ending', input: EndingInput.parse({ key: key(), ...ending }) });
		expect(await lines(MOTHER)).toEqual(['1: ending changed ']);
		expect(await lines(FATHER)).toEqual([]);
		await save({
			kind: 'ending',
			input: EndingInput.parse({ key: key(), ...ending, reviewOn: '2027-01-01' })
		});
		expect((await list(FATHER)).versions[0]?.differences[0]?.fields).toEqual([
			{ field: 'reviewOn', was: null, now: { is: 'day', day: '2027-01-01' } }
		]);
		expect(await allOf(FATHER)).not.toMatch(/geheim|zo stopt/);
		expect(await allOf(MOTHER)).toMatch(/zo stopt/);
	});

	test('words of when another child was in the family stay closed after that child left', async () => {
		const ending = { reviewWords: 'ook over Milan' };
		await save({ kind: 'ending', input: EndingInput.parse({ key: key(), ...ending }) });
		await ctx.db.write(async (tx) => {
			const gone = { until: day('2026-11-22') };
			const { eq } = await import('drizzle-orm');
			await tx
				.update(participant)
				.set(gone)
				.where(eq(participant.personId, 'Milan' as PersonId));
		});
		expect(await lines(FATHER)).toEqual([]);
		expect(await lines(ANNA)).toHaveLength(1);
	});
});

describe('an item that goes from one half-sibling to the other', () => {
	let id: string;
	beforeEach(async () => {
		id = await goal('woorden over Noor', 'Noor');
		await step(id, 'stap bij Noor', 'moeder');
		await goal('woorden over Milan', 'Milan', id);
		await step(id, 'stap bij Milan', 'moeder');
	});

	test('is gone for the father of the one, who never reads of the other', async () => {
		expect(await lines(FATHER)).toEqual([
			...[
				'3: goal gone woorden over Noor',
				'2: step new stap bij Noor',
				'1: goal new woorden over Noor'
			]
		]);
		expect(await allOf(FATHER)).not.toMatch(/Milan/);
		const then = await open(FATHER, 2);
		expect(then.plan?.goals.nu[0]).toMatchObject({
			...{ ownWords: 'woorden over Noor', steps: [{ title: 'stap bij Noor' }] }
		});
		expect(then.differences.map((one) => `${one.kind} ${one.change} ${one.name}`).sort()).toEqual([
			...['goal gone woorden over Noor', 'step gone stap bij Noor']
		]);
	});

	test('is new for the father of the other, who never reads of before', async () => {
		expect(await lines(OTHER_FATHER)).toEqual([
			...['2: step new stap bij Milan', '1: goal new woorden over Milan']
		]);
		const first = await open(OTHER_FATHER, 1);
		expect(first.differences.map((one) => one.name)).toEqual(['stap bij Milan']);
		// The step came along with its goal: it is about the other child now.
		expect(first.plan?.goals.nu[0]?.steps.map((one) => one.title)).toEqual(['stap bij Noor']);
		expect(await allOf(OTHER_FATHER)).not.toMatch(/woorden over Noor|"name":"Noor"/);
	});

	test('and back again in one version with its step: each reads only the own side', async () => {
		const stepId = await step(id, 'nog een stap bij Noor', 'moeder');
		await step(id, 'stille stap bij Milan', 'moeder', stepId);
		await goal('woorden over Noor', 'Noor', id);
		await step(id, 'weer een stap bij Noor', 'moeder', stepId);
		await restorePlan(ctx, ANNA, FAMILY, { key: key(), version: 6, seen: 8 });
		await restorePlan(ctx, ANNA, FAMILY, { key: key(), version: 8, seen: 9 });
		expect((await lines(FATHER))[0]).toMatch(/goal new .*: step new weer een stap bij Noor/);
		const [newest] = (await list(FATHER)).versions;
		expect(JSON.stringify(newest)).not.toContain('stille stap');
		expect(await allOf(FATHER)).not.toContain('over Milan');
		expect(await allOf(OTHER_FATHER)).not.toMatch(/weer een stap|woorden over Noor/);
		expect((await lines(OTHER_FATHER))[0]).toMatch(/goal gone .*: step gone stille stap bij Milan/);
	});

	test('and changed for their mother, who sees both', async () => {
		expect((await lines(MOTHER))[1]).toBe('3: goal changed woorden over Milan');
	});
});

describe('who is only named in steps', () => {
	test('grandmother reads versions of her own steps and no other word', async () => {
		const id = await goal('doel dat zij niet ziet', 'Noor');
		const stepId = await step(id, 'koken', 'oma');
		await step(id, 'stap van tante', 'tante');
		await goal('nog steeds niet', 'Noor', id);
		await step(id, 'koken op vrijdag', 'oma', stepId);
		expect(await lines(OMA)).toEqual(['2: step changed koken op vrijdag', '1: step new koken']);
		const page = await open(OMA, 1);
		expect(page.plan?.reach).toBe('own-steps');
		expect(page.differences).toMatchObject([{ name: 'koken op vrijdag', change: 'changed' }]);
		expect(await allOf(OMA)).not.toMatch(/doel dat zij|tante|nog steeds|Noor/);
	});

	test('whose step went to another reads her own words, and when the last one went, nothing', async () => {
		const id = await goal('doel', 'Noor');
		const first = await step(id, 'koken', 'oma');
		const second = await step(id, 'halen', 'oma');
		await step(id, 'geheim koken', 'tante', first);
		expect((await lines(OMA))[0]).toBe('3: step gone koken');
		expect(await allOf(OMA)).not.toMatch(/geheim|tante/);
		await step(id, 'ook geheim', 'tante', second);
		await expect(list(OMA)).rejects.toBeInstanceOf(Denied);
	});
});

describe('the plan of then', () => {
	test('says what it said, and in words what is other now', async () => {
		const id = await goal('Noor slaapt goed', 'Noor');
		await goal('Noor slaapt weer goed', 'Noor', id);
		const { plan, differences, newest } = await open(MOTHER, 1);
		expect(newest).toBe(false);
		expect(plan?.goals.nu[0]?.ownWords).toBe('Noor slaapt goed');
		expect(differences[0]?.fields[0]).toMatchObject({
			field: 'ownWords',
			now: {
				pieces: [{ text: 'Noor slaapt ' }, { text: 'weer ', changed: true }, { text: 'goed' }]
			}
		});
		expect(await open(MOTHER, 2)).toMatchObject({ newest: true, differences: [] });
	});

	test('a step that was late only since is not late then', async () => {
		const id = await goal('doel', 'Noor');
		const late = { key: key(), goal: id, title: 'x', owner: 'moeder', due: '2026-11-01' };
		await save({ kind: 'step', input: StepInput.parse(late) });
		expect((await open(MOTHER, 2)).plan?.goals.nu[0]?.steps[0]?.late).toBe(false);
	});

	test.each<[string, Actor, number]>([
		['no such version', MOTHER, 9],
		['a stranger', aPerson(personId('niemand')), 1],
		['a visitor', visitor, 1],
		['a regisseur without second factor', aPerson(personId('Anna')), 1],
		['network without a step', aPerson(personId('tante')), 1],
		['a child of 7', aPerson(personId('Milan')), 1],
		['a parent without gezag', aPerson(personId('zonder')), 1]
	])('is not there for %s', async (_, actor, number) => {
		await goal('over Noor', 'Noor');
		await expect(open(actor, number)).rejects.toBeInstanceOf(Denied);
		if (actor !== MOTHER) await expect(list(actor)).rejects.toBeInstanceOf(Denied);
	});

	test('is read in the log when a professional looks, and not when family does', async () => {
		await save({
			kind: 'situation',
			input: SituationInput.parse({ key: key(), ownWords: 'x', children: 'Noor' })
		});
		const count = async () => (await ctx.db.read.select().from(auditEntry)).length;
		const before = await count();
		await allOf(MOTHER);
		await allOf(NOOR);
		expect(await count()).toBe(before);
		await allOf(ANNA);
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.slice(before).map((one) => [one.action, one.thing])).toEqual([
			...[
				['read', 'plan-versions'],
				['read', 'plan-version']
			]
		]);
	});

	test('only the regisseur may ask what putting it back would do', async () => {
		await goal('a', 'Noor');
		await goal('b', 'Noor');
		expect(await getRestorePage(ctx, ANNA, FAMILY, 1)).toMatchObject({ stored: 1, seen: 2 });
		for (const actor of [MOTHER, NOOR, OMA, aPerson(personId('Anna'))]) {
			await expect(getRestorePage(ctx, actor, FAMILY, 1)).rejects.toBeInstanceOf(Denied);
		}
		await expect(getRestorePage(ctx, ANNA, FAMILY, 2)).rejects.toBeInstanceOf(Denied);
		await expect(getRestorePage(ctx, ANNA, FAMILY, 7)).rejects.toBeInstanceOf(Denied);
	});
});
