import { describe, expect, test } from 'vitest';
import { checkChain } from '#lib/audit/server/queries.ts';
import { day } from '#lib/kernel/calendar.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { getHomePage } from '#lib/home/server/queries.ts';
import { getRegisseurPage } from '#lib/family/server/queries.ts';
import { auditEntry, share } from '#lib/server/db/schema/index.ts';
import { newId } from '#lib/server/crypto.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { getPlanPage } from './queries.ts';

const GEZIN = 'gezin' as FamilyId;

const twoHalves: FamilySpec = {
	id: GEZIN,
	people: [
		{ id: 'Sam', relation: 'kind', born: day('2014-01-01') },
		{ id: 'Noor', relation: 'kind', born: day('2009-06-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Sam: 'gezamenlijk', Noor: 'eenhoofdig' } },
		{ id: 'vader', relation: 'ouder', gezagOver: { Sam: 'gezamenlijk' } },
		{ id: 'oma', relation: 'netwerk' },
		{ id: 'ex', relation: 'ouder' }
	],
	regisseurs: [{ id: 'Anna', standIn: 'Bram' }],
	kaders: [
		{ child: 'Sam', kind: 'vrijwillig' },
		{ child: 'Noor', kind: 'ots' }
	],
	situation: [
		{ words: 'over Sam', children: ['Sam'] },
		{ words: 'over Noor', children: ['Noor'] }
	],
	goals: [
		{
			words: 'doel van Sam',
			children: ['Sam'],
			steps: [
				{ title: 'stap van vader', owner: 'vader', due: day('2026-12-01') },
				{ title: 'stap van oma', owner: 'oma', due: day('2026-11-01') },
				{ title: 'stap van Noor', owner: 'Noor' }
			]
		},
		{
			words: 'doel van Noor',
			children: ['Noor'],
			steps: [{ title: 'stap bij Noor', owner: 'moeder' }]
		},
		{ words: 'doel van samen', children: ['Sam', 'Noor'], group: 'later' }
	]
};

const goalWords = (view: Awaited<ReturnType<typeof getPlanPage>>) =>
	[...view.goals.nu, ...view.goals.later].map((goal) => goal.ownWords);

describe('the plan as one person sees it', () => {
	test('a father of one half-sibling sees nothing that names only the other', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const view = await getPlanPage(ctx, aPerson(personId('vader')), GEZIN);
		expect(goalWords(view)).toEqual(['doel van Sam', 'doel van samen']);
		expect(view.situation.map((one) => one.ownWords)).toEqual(['over Sam']);
		expect(view.children.map((child) => child.person.name)).toEqual(['Sam']);
		expect(view.goals.later[0]?.about.map((one) => one.name)).toEqual(['Sam']);
		expect(JSON.stringify(view)).not.toMatch(/"name":"Noor"|over Noor|bij Noor|ots/);
		expect(view.goals.nu[0]?.steps.at(-1)?.owner).toBeNull();
	});

	test('a mother of both sees the label of the court measure, not what her daughter of 17 keeps', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const view = await getPlanPage(ctx, aPerson(personId('moeder')), GEZIN);
		expect(view.children.map((one) => one.kaders.map((kader) => kader.kind))).toEqual([
			['vrijwillig'],
			['ots']
		]);
		expect(goalWords(view)).toEqual(['doel van Sam', 'doel van samen']);
	});

	test('what the daughter shares is seen at once, and no longer when she stops', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const actor = aPerson(personId('moeder'));
		const pair = { familyId: GEZIN, childId: personId('Noor'), withId: personId('moeder') };
		await ctx.db.write((tx) =>
			tx.insert(share).values({ id: newId(), ...pair, startedAt: ctx.now(), endedAt: null })
		);
		expect(goalWords(await getPlanPage(ctx, actor, GEZIN))).toContain('doel van Noor');
		await ctx.db.write((tx) => tx.update(share).set({ endedAt: ctx.now() }));
		expect(goalWords(await getPlanPage(ctx, actor, GEZIN))).not.toContain('doel van Noor');
	});

	test.each([
		[
			'the regisseur, who sees all children',
			'Anna',
			'2027-02-10',
			'Noor kiest de plek',
			'opa van Noor'
		],
		['a father of one of the two', 'vader', '2027-02-10', null, null],
		['a grandmother whom a step names', 'oma', null, null, null]
	] as const)('words about the whole family, read by %s', async (_, who, on, words, relation) => {
		const { ctx } = await aContext();
		const people = [
			...twoHalves.people,
			{ id: 'opa', relation: 'netwerk' as const, words: 'opa van Noor' }
		];
		const goals = [
			{ words: 'doel', children: ['Sam'], steps: [{ title: 'stap van opa', owner: 'opa' }] },
			...(twoHalves.goals ?? [])
		];
		const review = { on: day('2027-02-10'), words: 'Noor kiest de plek' };
		await aFamilyInDatabase(ctx, { ...twoHalves, people, goals, review });
		const view = await getPlanPage(ctx, aPerson(personId(who), 'second-factor'), GEZIN);
		expect(view.review).toEqual({ on, words });
		const owner = view.goals.nu.flatMap((goal) => goal.steps)[0]?.owner;
		expect(owner?.name === 'opa' ? owner.words : null).toBe(relation);
	});

	test('a grandmother sees the step that names her and no word of the rest', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const view = await getPlanPage(ctx, aPerson(personId('oma')), GEZIN);
		expect(view.reach).toBe('own-steps');
		expect(view.goals.nu.flatMap((goal) => goal.steps.map((one) => one.title))).toEqual([
			'stap van oma'
		]);
		expect(JSON.stringify(view)).not.toMatch(/Sam|Noor|doel|over|vakwoorden|vader/);
	});

	test.each([
		['a parent without gezag', 'ex', 'deny', 'geen_gezag'],
		['a stranger', 'niemand', 'hide', 'geen_deelnemer']
	])('%s is refused', async (_, who, outcome, reason) => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const refusal = await getPlanPage(ctx, aPerson(personId(who)), GEZIN).catch((e: unknown) => e);
		expect(refusal).toBeInstanceOf(Denied);
		expect(refusal).toMatchObject({ decision: { outcome, reason } });
	});

	test('a family that does not exist and one of strangers answer alike', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const ask = (id: string) =>
			getPlanPage(ctx, aPerson(personId('niemand')), id as FamilyId).catch((e: unknown) => e);
		const refusals = [await ask('gezin'), await ask('bestaat-niet')];
		expect(refusals.map((one) => one instanceof Denied && one.decision.outcome)).toEqual([
			'hide',
			'hide'
		]);
		await expect(getPlanPage(ctx, visitor, GEZIN)).rejects.toBeInstanceOf(Denied);
	});

	test('at midnight of her sixteenth birthday the plan closes for her parents', async () => {
		const { ctx, moveTo } = await aContext('2026-11-21T22:59:59Z');
		await aFamilyInDatabase(ctx, {
			...twoHalves,
			people: twoHalves.people.map((one) =>
				one.id === 'Sam' ? { ...one, born: day('2010-11-22') } : one
			)
		});
		const actor = aPerson(personId('vader'));
		expect(goalWords(await getPlanPage(ctx, actor, GEZIN))).toContain('doel van Sam');
		moveTo('2026-11-21T23:00:00Z');
		await expect(getPlanPage(ctx, actor, GEZIN)).rejects.toBeInstanceOf(Denied);
	});
});

describe('the access log', () => {
	test('each read by a professional leaves one row in a whole chain, a read by family none', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		await getPlanPage(ctx, aPerson(personId('vader')), GEZIN);
		await getPlanPage(ctx, aPerson(personId('Anna'), 'second-factor'), GEZIN);
		await getPlanPage(ctx, aPerson(personId('Anna'), 'second-factor'), GEZIN);
		const rows = await ctx.db.read.select().from(auditEntry);
		expect(rows.map((row) => [row.actorId, row.relation, row.ability, row.familyId])).toEqual([
			['Anna', 'regisseur', 'plan.read', 'gezin'],
			['Anna', 'regisseur', 'plan.read', 'gezin']
		]);
		expect(await checkChain(ctx.db.read)).toEqual({ whole: true, rows: 2 });
	});

	test('a professional who takes part leaves a row on every page about the family', async () => {
		const { ctx } = await aContext();
		const people = [...twoHalves.people, { id: 'werker', relation: 'professional' as const }];
		await aFamilyInDatabase(ctx, { ...twoHalves, people });
		const worker = aPerson(personId('werker'), 'second-factor');
		await getHomePage(ctx, worker);
		await getRegisseurPage(ctx, worker, GEZIN);
		await getHomePage(ctx, aPerson(personId('oma')));
		await getRegisseurPage(ctx, aPerson(personId('oma')), GEZIN);
		const rows = await ctx.db.read.select().from(auditEntry);
		expect(rows.map((row) => [row.actorId, row.relation, row.ability, row.familyId])).toEqual([
			['werker', 'professional', 'family.enter', 'gezin'],
			['werker', 'professional', 'regisseur.read', 'gezin']
		]);
	});

	test('a refused read leaves the log as it was', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		await getPlanPage(ctx, aPerson(personId('Anna'), 'link'), GEZIN).catch(() => undefined);
		expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	});
});

describe('the first page', () => {
	test('shows the regisseur, what waits for this person, and the next date', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const home = await getHomePage(ctx, aPerson(personId('vader')));
		expect(home.card).toMatchObject({ name: 'Anna Achternaam', initials: 'AA' });
		expect(home.waiting).toEqual([{ title: 'stap van vader', due: '2026-12-01', late: false }]);
		expect(home.next).toEqual({ on: '2026-12-01', title: 'stap van vader' });
		expect(home.closed).toBeNull();
	});

	test('a step whose date has passed is late from the next day', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const home = await getHomePage(ctx, aPerson(personId('oma')));
		expect(home.waiting).toEqual([{ title: 'stap van oma', due: '2026-11-01', late: true }]);
	});

	test('a parent without gezag reads why there is nothing, and no name of a regisseur', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, twoHalves);
		const home = await getHomePage(ctx, aPerson(personId('ex')));
		expect(home).toMatchObject({ card: null, closed: 'geen_gezag', waiting: [], next: null });
		expect(JSON.stringify(home)).not.toMatch(/Anna|Sam|Noor/);
	});

	test('someone who takes part in nothing gets a first page with nothing on it', async () => {
		const { ctx } = await aContext();
		expect(await getHomePage(ctx, aPerson(personId('niemand')))).toMatchObject({
			card: null,
			closed: 'geen_plan',
			familyId: null
		});
	});
});
