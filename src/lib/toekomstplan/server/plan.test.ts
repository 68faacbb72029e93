import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import {
	auditEntry,
	participant,
	toekomstplan,
	toekomstShare,
	toekomstWords
} from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { PARTS, SaveDomain, type Part } from '../model.ts';
import { erasePlan, saveWords, startPlan } from './commands.ts';
import { barHasLater, getDomainPage, getLaterPage, laterDoors, ownDoor } from './queries.ts';
import { sharePart, stopSharingPart } from './share.commands.ts';
import { getShared, getSharingPeople, getSharingPerson, listSharers } from './share.queries.ts';

const NOOR = aPerson(personId('Noor'));
const SAM = aPerson(personId('Sam'));
const MOTHER = aPerson(personId('moeder'));
const AUNT = aPerson(personId('tante'));
const ANNA = aPerson(personId('Anna'), 'second-factor');
const EVERYONE_ELSE: [string, Actor][] = [
	['mother', MOTHER],
	['father without gezag', aPerson(personId('vader'))],
	['aunt', AUNT],
	['brother', SAM],
	['regisseur', ANNA],
	['other professional', aPerson(personId('Wim'), 'second-factor')],
	['stranger', aPerson(personId('vreemde'))],
	['visitor', visitor]
];

const key = () => crypto.randomUUID();
const domain = (fields: Record<string, string>) => SaveDomain.parse({ domain: 'wonen', ...fields });

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-03-01') },
			{ id: 'Sam', relation: 'kind', born: day('2013-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig', Sam: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder' },
			{ id: 'tante', relation: 'netwerk' },
			{ id: 'Wim', relation: 'professional' },
			{ id: 'vreemde' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	await startPlan(ctx, NOOR, { key: key() });
});

const share = (who: string, part: Part = 'wonen') =>
	sharePart(ctx, NOOR, { key: key(), part, with: personId(who) });
const stop = (who: string, part?: Part) =>
	stopSharingPart(ctx, NOOR, { key: key(), with: personId(who), ...(part && { part }) });
const refused = async (work: Promise<unknown>) =>
	expect(await work.catch((thrown: unknown) => thrown)).toMatchObject({
		decision: { outcome: 'hide' }
	});
const reads = async () =>
	(await ctx.db.read.select().from(auditEntry)).filter(({ action }) => action === 'read');

describe('beginning', () => {
	test('a youth begins one plan, however often the button is pressed', async () => {
		await startPlan(ctx, NOOR, { key: key() });
		await startPlan(ctx, SAM, { key: key() });
		const plans = await ctx.db.read.select().from(toekomstplan);
		expect(plans.map(({ personId: who }) => who).sort()).toEqual(['Noor', 'Sam']);
	});

	test.each(EVERYONE_ELSE.filter(([name]) => name !== 'brother'))('not %s', async (_, actor) => {
		await refused(startPlan(ctx, actor, { key: key() }));
		expect(await ctx.db.read.select().from(toekomstplan)).toHaveLength(1);
	});

	test('it stays when the help stops and at 18, and closes for writing at 27', async () => {
		await saveWords(ctx, NOOR, domain({ wens: 'Een kamer' }));
		await ctx.db.write((tx) => tx.update(participant).set({ until: day('2026-12-01') }));
		moveTo('2028-03-02T12:00:00Z');
		await saveWords(ctx, NOOR, domain({ wens: 'Een huis', 'wens-base': '1' }));
		moveTo('2037-02-28T22:59:00Z');
		expect((await getLaterPage(ctx, NOOR)).own?.mayWrite).toBe(true);
		moveTo('2037-02-28T23:00:00Z');
		expect((await getLaterPage(ctx, NOOR)).own).toMatchObject({ started: true, mayWrite: false });
		expect((await getDomainPage(ctx, NOOR, 'wonen')).words.wens.words).toBe('Een huis');
		await expect(saveWords(ctx, NOOR, domain({ nu: 'x' }))).rejects.toMatchObject({
			decision: { outcome: 'deny', reason: 'later_voorbij' }
		});
	});
});

describe('writing', () => {
	test('nothing is required, and every field is kept for itself', async () => {
		const { revisions } = await saveWords(ctx, NOOR, domain({ nu: '', wens: 'Een kamer' }));
		expect(revisions).toEqual({ nu: 0, wens: 1, stap: 0, hulp: 0 });
		expect(await ctx.db.read.select().from(toekomstWords)).toHaveLength(1);
		expect((await getLaterPage(ctx, NOOR)).own?.filled).toMatchObject({ wonen: true, geld: false });
	});

	test('the same try twice changes nothing', async () => {
		const typed = domain({ wens: 'Een kamer', 'wens-base': '0' });
		await saveWords(ctx, NOOR, typed);
		expect(await saveWords(ctx, NOOR, typed)).toEqual({
			revisions: { nu: 0, wens: 1, stap: 0, hulp: 0 },
			conflicts: {}
		});
	});

	test('two tabs never overwrite each other, and other fields are still kept', async () => {
		await saveWords(ctx, NOOR, domain({ wens: 'Een kamer' }));
		const second = await saveWords(ctx, NOOR, domain({ wens: 'Bij oma', stap: 'Bellen' }));
		expect(second.conflicts).toEqual({ wens: 'Een kamer' });
		const { words } = await getDomainPage(ctx, NOOR, 'wonen');
		expect([words.wens.words, words.stap.words]).toEqual(['Een kamer', 'Bellen']);
		await saveWords(ctx, NOOR, domain({ wens: 'Kamer bij oma', 'wens-base': '1' }));
		expect((await getDomainPage(ctx, NOOR, 'wonen')).words.wens).toEqual({
			...{ words: 'Kamer bij oma', revision: 2 }
		});
	});

	test('writing is not in the access log', async () => {
		const before = await ctx.db.read.select().from(auditEntry);
		await saveWords(ctx, NOOR, domain({ wens: 'Een kamer' }));
		expect(await ctx.db.read.select().from(auditEntry)).toEqual(before);
	});

	test.each(EVERYONE_ELSE)('not by %s', async (_, actor) => {
		for (const part of PARTS) await share('tante', part);
		await refused(saveWords(ctx, actor, domain({ wens: 'Anders' })));
		await refused(getDomainPage(ctx, actor, 'wonen'));
		await refused(getSharingPeople(ctx, actor));
		expect(await ctx.db.read.select().from(toekomstWords)).toEqual([]);
	});
});

describe('sharing', () => {
	beforeEach(async () => {
		await saveWords(ctx, NOOR, domain({ wens: 'Een kamer' }));
	});

	test('nobody sees anything, and cannot tell it from a plan that is not there', async () => {
		for (const [, actor] of EVERYONE_ELSE) {
			const answers = await Promise.all(
				['Noor', 'Sam', 'niemand'].map((who) =>
					getShared(ctx, actor, personId(who)).catch((thrown: unknown) =>
						thrown instanceof Denied ? thrown.message : thrown
					)
				)
			);
			expect(new Set(answers).size).toBe(1);
			expect(await listSharers(ctx, actor)).toEqual([]);
		}
	});

	test('one person sees one part, at once, and nothing of the others', async () => {
		await share('tante');
		expect(await getShared(ctx, AUNT, personId('Noor'))).toEqual({
			name: 'Noor',
			parts: [{ part: 'wonen', words: { nu: '', wens: 'Een kamer', stap: '', hulp: '' } }],
			birthday: null,
			tipsOn: ['wonen']
		});
		expect(await listSharers(ctx, AUNT)).toEqual([{ id: 'Noor', name: 'Noor' }]);
		expect((await getLaterPage(ctx, AUNT)).own).toBeNull();
		await refused(getShared(ctx, MOTHER, personId('Noor')));
		await refused(getLaterPage(ctx, MOTHER));
		await stop('tante', 'wonen');
		await refused(getShared(ctx, AUNT, personId('Noor')));
		await refused(getLaterPage(ctx, AUNT));
	});

	test('the preview is what the other person sees', async () => {
		for (const who of ['tante', 'moeder', 'Anna', 'Wim']) {
			await share(who);
			await share(who, 'geld');
			const actor = aPerson(personId(who), 'second-factor');
			const { seen, shared } = await getSharingPerson(ctx, NOOR, personId(who));
			expect(seen).toEqual((await getShared(ctx, actor, personId('Noor'))).parts);
			expect(shared).toEqual(['wonen', 'geld']);
			await stop(who);
			expect((await getSharingPerson(ctx, NOOR, personId(who))).seen).toEqual([]);
		}
	});

	test('twice is once, and what ended stays as a row', async () => {
		await share('tante');
		await share('tante');
		await stop('tante');
		await share('tante');
		const rows = await ctx.db.read.select().from(toekomstShare);
		expect(rows.map(({ endedAt }) => endedAt === null)).toEqual([false, true]);
	});

	test.each(['Sam', 'vreemde', 'niemand', 'Noor'])('not with %s', async (who) => {
		await refused(share(who));
		await refused(getSharingPerson(ctx, NOOR, personId(who)));
		expect(await ctx.db.read.select().from(toekomstShare)).toEqual([]);
	});

	test('people to choose are those who could then see it', async () => {
		const { people } = await getSharingPeople(ctx, NOOR);
		expect(people.map(({ person }) => person.id).sort()).toEqual(
			['Anna', 'Wim', 'moeder', 'tante', 'vader'].sort()
		);
	});

	test('a professional who reads stands in the access log once for each part; family never', async () => {
		for (const who of ['Anna', 'tante', 'moeder']) await share(who);
		await share('Anna', 'geld');
		for (const actor of [ANNA, AUNT, MOTHER]) await getShared(ctx, actor, personId('Noor'));
		const logged = await reads();
		expect(logged.map(({ actorId, relation, thing }) => [actorId, relation, thing])).toEqual([
			['Anna', 'regisseur', 'toekomstplan-part'],
			['Anna', 'regisseur', 'toekomstplan-part']
		]);
	});

	test('a professional whose help ended finds nothing, and the youth reads so', async () => {
		await share('Wim');
		await ctx.db.write((tx) => tx.update(participant).set({ until: day('2026-11-22') }));
		await refused(getShared(ctx, aPerson(personId('Wim'), 'second-factor'), personId('Noor')));
		expect(await getSharingPerson(ctx, NOOR, personId('Wim'))).toMatchObject({
			...{ shared: ['wonen'], mayShare: false, seen: [] }
		});
	});
});

test('wiping takes everything away, also from who saw it', async () => {
	await saveWords(ctx, NOOR, domain({ wens: 'Een kamer' }));
	await share('tante');
	await refused(erasePlan(ctx, AUNT, { key: key() }));
	await erasePlan(ctx, NOOR, { key: key() });
	for (const table of [toekomstplan, toekomstWords, toekomstShare])
		expect(await ctx.db.read.select().from(table)).toEqual([]);
	await refused(getShared(ctx, AUNT, personId('Noor')));
	expect((await getLaterPage(ctx, NOOR)).own).toMatchObject({ started: false });
});

describe('the bar of every page', () => {
	test('leads a youth to the own plan, and nobody else', async () => {
		await share('tante');
		expect(barHasLater(await ownDoor(ctx, NOOR))).toBe(true);
		for (const [name, actor] of EVERYONE_ELSE)
			expect(barHasLater(await ownDoor(ctx, actor)), name).toBe(false);
	});

	test('leads a child under 16 there once the plan was begun', async () => {
		expect(barHasLater(await ownDoor(ctx, SAM))).toBe(false);
		await startPlan(ctx, SAM, { key: key() });
		expect(barHasLater(await ownDoor(ctx, SAM))).toBe(true);
	});

	test('leads there after 27 only to a plan that is there', async () => {
		moveTo('2037-03-01T12:00:00Z');
		expect(barHasLater(await ownDoor(ctx, NOOR))).toBe(true);
		await erasePlan(ctx, NOOR, { key: key() });
		expect(barHasLater(await ownDoor(ctx, NOOR))).toBe(false);
	});
});

describe('a month before a birthday on which something changes', () => {
	const seen = async (actor: Actor) => (await getShared(ctx, actor, personId('Noor'))).birthday;
	beforeEach(() => share('tante'));

	test('the youth is told, on the first page and on the page of the plan', async () => {
		expect((await laterDoors(ctx, NOOR)).birthday).toBeNull();
		moveTo('2028-02-01T12:00:00Z');
		const told = { age: 18, on: '2028-03-01' };
		expect((await laterDoors(ctx, NOOR)).birthday).toEqual(told);
		expect((await getLaterPage(ctx, NOOR)).own?.birthday).toEqual(told);
		expect(await seen(AUNT)).toBeNull();
		moveTo('2028-02-29T23:00:00Z');
		expect((await laterDoors(ctx, NOOR)).birthday).toBeNull();
	});

	test('a child is told that it is offered from 16 on', async () => {
		moveTo('2029-02-10T12:00:00Z');
		expect((await laterDoors(ctx, SAM)).birthday).toEqual({ age: 16, on: '2029-03-01' });
	});

	test('who sees a part is told that it ends, and on that day finds nothing', async () => {
		moveTo('2037-02-28T22:59:00Z');
		expect(await seen(AUNT)).toEqual({ age: 27, on: '2037-03-01' });
		moveTo('2037-02-28T23:00:00Z');
		await refused(getShared(ctx, AUNT, personId('Noor')));
	});
});
