import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import {
	auditEntry,
	handover,
	handoverAnswer,
	handoverText,
	networkHelp,
	person,
	professional,
	regisseurAssignment,
	share
} from '#lib/server/db/schema/index.ts';
import type { NetworkHelpId } from '#lib/network/model.ts';
import { newId } from '#lib/server/crypto.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { AnswerHandover, ReviseHandover, StartHandover, type HandoverId } from '../model.ts';
import { answerHandover, reviseHandover, startHandover } from './commands.ts';
import { getHandover, getHandovers } from './queries.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const FATHER = aPerson(personId('vader'));
const SAM = aPerson(personId('Sam'));
const NOOR = aPerson(personId('Noor'));

const TEXT = {
	...{ talkOn: '2026-11-20', resultWords: 'Sam slaapt goed', riskWords: 'School belt oma' },
	...{ relapseWords: 'Dan bellen wij Anna', nextWords: 'Wijkteam, 010 123' }
};
const key = () => crypto.randomUUID();

let ctx: Ctx;
let id: HandoverId;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Sam', relation: 'kind', born: day('2013-03-01') },
			{ id: 'Noor', relation: 'kind', born: day('2009-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig', Noor: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig' } },
			{ id: 'ex', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' }
		],
		regisseurs: [{ id: 'Anna' }],
		goals: [
			{ words: 'doel', children: ['Sam'], steps: [{ title: 'stap', owner: 'oma' }] },
			{ words: 'gelukt', children: ['Sam', 'Noor'], group: 'bereikt' },
			{ words: 'van Noor', children: ['Noor'] },
			{ words: 'straks', children: ['Sam'], group: 'later' }
		]
	});
	id = (await start('Sam')) as HandoverId;
});

const start = (children: string, actor: Actor = ANNA) =>
	startHandover(ctx, actor, FAMILY, StartHandover.parse({ key: key(), children, ...TEXT }));
const revise = (given: Record<string, string>, actor: Actor = ANNA) =>
	reviseHandover(
		ctx,
		actor,
		FAMILY,
		id,
		ReviseHandover.parse({ key: key(), revision: '1', ...TEXT, ...given })
	);
const answer = (actor: Actor, given: Record<string, string> = {}) =>
	answerHandover(
		ctx,
		actor,
		FAMILY,
		id,
		AnswerHandover.parse({ key: key(), revision: '1', says: 'ja', ...given })
	);
const everything = async () =>
	JSON.stringify([
		await ctx.db.read.select().from(handover),
		await ctx.db.read.select().from(handoverText),
		await ctx.db.read.select().from(handoverAnswer),
		await ctx.db.read.select().from(auditEntry)
	]);

test('is agreed when everybody said yes, each for themselves', async () => {
	for (const actor of [MOTHER, FATHER, SAM]) await answer(actor);
	expect(await getHandover(ctx, MOTHER, FAMILY, id)).toMatchObject({ state: 'waiting' });
	await answer(ANNA);
	const view = await getHandover(ctx, FATHER, FAMILY, id);
	expect(view.state).toBe('agreed');
	expect(view.signers.map((one) => [one.person?.name, one.says, one.on])).toEqual(
		['Sam', 'moeder', 'vader', 'Anna Achternaam'].map((name) => [name, 'ja', '2026-11-22'])
	);
});

test('a no in own words stands beside it, for all to see; who changes their mind says so anew', async () => {
	await answer(MOTHER, { says: 'nee', words: 'Zo was het niet' });
	expect(await getHandover(ctx, FATHER, FAMILY, id)).toMatchObject({ state: 'disputed' });
	await answer(MOTHER);
	expect(await getHandover(ctx, FATHER, FAMILY, id)).toMatchObject({ state: 'waiting' });
	expect(await ctx.db.read.select().from(handoverAnswer)).toHaveLength(2);
});

test('after a change everybody is asked again, and what was said before stays', async () => {
	await answer(MOTHER, { says: 'nee', words: 'Zo was het niet' });
	await revise({ riskWords: 'School belt moeder' });
	const view = await getHandover(ctx, MOTHER, FAMILY, id);
	expect(view.signers.every((one) => one.says === null)).toBe(true);
	expect(view.earlier).toMatchObject([
		{
			text: { riskWords: 'School belt oma' },
			answers: [{ says: 'nee', words: 'Zo was het niet' }]
		}
	]);
});

test.each([
	['a yes to words that changed since', () => answer(MOTHER)],
	['a change of words that changed since', () => revise({ riskWords: 'nog eens' })]
])('%s is refused and changes nothing', async (_, act) => {
	await revise({ riskWords: 'School belt moeder' });
	const before = await everything();
	await expect(act()).rejects.toBeInstanceOf(Refused);
	expect(await everything()).toBe(before);
});

test('the same form twice is one act', async () => {
	const input = AnswerHandover.parse({ key: key(), revision: '1', says: 'ja' });
	await answerHandover(ctx, MOTHER, FAMILY, id, input);
	await answerHandover(ctx, MOTHER, FAMILY, id, input);
	expect(await ctx.db.read.select().from(handoverAnswer)).toHaveLength(1);
});

test('a child of another family is refused', async () => {
	await expect(start('Sam,Wim')).rejects.toMatchObject({ errors: { children: 'fout.kinderen' } });
});

test('whose yes is not asked does not give one: a stand-in reads, the regisseur answers', async () => {
	const set = { standInId: personId('Bo'), standInFrom: day('2026-11-01') };
	await ctx.db.write(async (tx) => {
		await tx.insert(person).values({
			...{ id: personId('Bo'), source: 'organisatie' as never, givenName: 'Bo' },
			...{ familyName: 'Achternaam', birthDate: null, language: 'nl' }
		});
		await tx.insert(professional).values({
			...{ personId: personId('Bo'), organisationId: 'organisatie' as never, role: 'hulp' },
			...{ phone: null, workingDays: [] }
		});
		await tx.update(regisseurAssignment).set(set);
	});
	const standIn = aPerson(personId('Bo'), 'second-factor');
	expect(await getHandover(ctx, standIn, FAMILY, id)).toMatchObject({ may: { answer: false } });
	const before = await everything();
	await expect(answer(standIn)).rejects.toBeInstanceOf(Denied);
	expect(await everything()).toBe(before);
});

test.each(['handover_text', 'handover_answer'])(
	'the database keeps every row of %s as it was written',
	async (table) => {
		await answer(MOTHER, { says: 'nee', words: 'Zo was het niet' });
		const before = await everything();
		for (const sql of [
			`UPDATE ${table} SET at = 0`,
			`DELETE FROM ${table}`,
			`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`
		]) {
			await expect(ctx.db.client.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
		}
		expect(await everything()).toBe(before);
	}
);

test('the goals of its children stand beside it, by how far they are', async () => {
	const { goals } = await getHandover(ctx, FATHER, FAMILY, id);
	expect(goals.map(({ group, ownWords }) => [group, ownWords])).toEqual([
		['nu', 'doel'],
		['later', 'straks'],
		['bereikt', 'gelukt']
	]);
});

test('what is missing is said of each field by name', () => {
	const given = { key: key(), children: 'Sam', ...TEXT, resultWords: ' ', riskWords: '' };
	const { error } = StartHandover.safeParse({ ...given, relapseWords: undefined, nextWords: '\n' });
	expect(error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
		['resultWords', 'handover.noResult'],
		['riskWords', 'handover.noRisk'],
		['relapseWords', 'handover.noRelapse'],
		['nextWords', 'handover.noNext']
	]);
});

test('who helps from the own network stands beside it, for who may see that', async () => {
	const helpOf = (child: string, help: string) => ({
		id: newId<NetworkHelpId>(),
		familyId: FAMILY,
		personId: null,
		name: 'buurvrouw Ria',
		help,
		children: [personId(child)],
		from: day('2026-10-01'),
		addedBy: personId('moeder')
	});
	const lines = [helpOf('Sam', 'kookt op dinsdag'), helpOf('Noor', 'haalt Noor op')];
	await ctx.db.write((tx) => tx.insert(networkHelp).values(lines));
	const seen = async (actor: Actor) =>
		(await getHandover(ctx, actor, FAMILY, id)).network.map((one) => one.help);
	expect(await seen(FATHER)).toEqual(['kookt op dinsdag']);
	expect(new Set(await seen(ANNA))).toEqual(new Set(['kookt op dinsdag', 'haalt Noor op']));
});

describe('who may not', () => {
	const outsiders: [string, Actor][] = [
		['a sister of 17', NOOR],
		['a parent without gezag', aPerson(personId('ex'))],
		['grandmother', aPerson(personId('oma'))],
		['a stranger', aPerson(personId('niemand'))],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a visitor', visitor]
	];

	test.each(outsiders)('%s reads and answers nothing', async (_, actor) => {
		const before = await everything();
		await expect(getHandover(ctx, actor, FAMILY, id)).rejects.toBeInstanceOf(Denied);
		await expect(answer(actor)).rejects.toBeInstanceOf(Denied);
		expect(await everything()).toBe(before);
	});

	test.each([...outsiders, ['the mother', MOTHER], ['the child', SAM]] as [string, Actor][])(
		'%s writes no handover',
		async (_, actor) => {
			const before = await everything();
			await expect(start('Sam', actor)).rejects.toBeInstanceOf(Denied);
			await expect(revise({}, actor)).rejects.toBeInstanceOf(Denied);
			expect(await everything()).toBe(before);
		}
	);

	test('a mother finds nothing of a daughter of 17 who shares nothing, until she does', async () => {
		await start('Noor');
		const count = async () => (await getHandovers(ctx, MOTHER, FAMILY)).handovers.length;
		expect(await count()).toBe(1);
		await ctx.db.write((tx) =>
			tx.insert(share).values({
				...{ id: newId(), familyId: FAMILY, startedAt: ctx.now(), endedAt: null },
				...{ childId: personId('Noor'), withId: personId('moeder') }
			})
		);
		expect(await count()).toBe(2);
	});

	test('a handover is found under its own family only', async () => {
		await aFamilyInDatabase(ctx, {
			id: 'ander',
			people: [{ id: 'x', relation: 'kind' }],
			regisseurs: [{ id: 'Anna' }]
		});
		await expect(getHandover(ctx, ANNA, 'ander' as FamilyId, id)).rejects.toBeInstanceOf(Denied);
	});
});
