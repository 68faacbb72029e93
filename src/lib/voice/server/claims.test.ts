import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { ClaimInput, CorrectionInput, DecisionInput } from '../claim.model.ts';
import { askCorrection, decideCorrection, writeClaim } from './claims.commands.ts';
import { getClaimsPage } from './claims.queries.ts';
import { voicesWaiting } from './waiting.ts';

const GEZIN = 'gezin' as FamilyId;

const family: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Noor', relation: 'kind', born: day('2010-01-01') },
		{ id: 'Sam', relation: 'kind', born: day('2013-04-03') },
		{
			...{ id: 'moeder', relation: 'ouder' },
			gezagOver: { Noor: 'tweehoofdig', Sam: 'tweehoofdig' }
		},
		{ id: 'vader', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig' } },
		{ id: 'oma', relation: 'netwerk' }
	],
	regisseurs: [{ id: 'Anna' }],
	goals: [{ words: 'doel', children: ['Sam'], steps: [{ title: 'stap', owner: 'oma' }] }]
};
const TABLES = [
	...[tables.claim, tables.claimVersion, tables.correction, tables.correctionDecision],
	...[tables.auditEntry, tables.formReceipt]
] as const;

const anna = aPerson(personId('Anna'), 'second-factor');
const as = (who: string) => (who === 'Anna' ? anna : aPerson(personId(who.split(',')[0] ?? '')));

async function world() {
	const { ctx, folder, moveTo } = await aContext();
	await aFamilyInDatabase(ctx, family);
	const key = () => crypto.randomUUID();
	const everything = async () => {
		const found = [];
		for (const table of TABLES) found.push(await ctx.db.read.select().from(table));
		return found;
	};
	const write = (who: string, more: Record<string, string> = {}, its = key()) =>
		writeClaim(
			ctx,
			as(who),
			GEZIN,
			ClaimInput.parse({
				...{ key: its, kind: 'feit', words: 'Sam was 3 dagen ziek.', saidBy: 'de juf' },
				...{ saidOn: '2026-11-10', children: 'Sam' },
				...more
			})
		);
	const ask = (who: string, claim: string, its = key()) =>
		askCorrection(
			ctx,
			as(who),
			GEZIN,
			CorrectionInput.parse({ key: its, claim, wrong: 'Het waren er 2.', right: '2 dagen' })
		);
	const decide = (who: string, correction: string, outcome: string, newWords = '', its = key()) =>
		decideCorrection(
			ctx,
			as(who),
			GEZIN,
			DecisionInput.parse({ key: its, correction, outcome, newWords, answer: 'Nagevraagd.' })
		);
	const claimId = async () => (await ctx.db.read.select().from(tables.claim))[0]?.id ?? '';
	const askedId = async () => (await ctx.db.read.select().from(tables.correction))[0]?.id ?? '';
	const page = (who: string) => getClaimsPage(ctx, as(who), GEZIN);
	return { ctx, folder, moveTo, everything, write, ask, decide, claimId, askedId, page };
}

test('facts and opinions stand apart, with who said it, when, and who wrote it', async () => {
	const { write, page } = await world();
	await write('Anna');
	await write('Anna', { kind: 'mening', words: 'Sam is moe.', saidBy: 'papa' });
	const { facts, opinions, writeAbout, mayState } = await page('vader');
	expect(facts).toMatchObject([
		{
			text: {
				...{ words: 'Sam was 3 dagen ziek.', saidBy: 'de juf', saidOn: '2026-11-10' },
				...{ writtenBy: { name: 'Anna Achternaam' }, writtenOn: '2026-11-22' }
			},
			about: [{ name: 'Sam' }],
			mayAsk: true
		}
	]);
	expect(opinions).toMatchObject([{ text: { words: 'Sam is moe.' }, mayAsk: false }]);
	expect([writeAbout, mayState]).toEqual([null, true]);
	expect((await page('Anna')).writeAbout?.map(({ name }) => name)).toEqual(['Noor', 'Sam']);
	expect(await page('oma')).toMatchObject({ facts: [], opinions: [], mayState: false });
});

test('about two children: for who sees both, without a trace for others', async () => {
	const { write, page } = await world();
	await write('Anna', { children: 'Noor,Sam', words: 'Noor en Sam ruzieden.' });
	expect((await page('Anna')).facts).toHaveLength(1);
	for (const who of ['moeder', 'vader', 'Noor', 'Sam', 'oma']) {
		expect((await page(who)).facts, who).toEqual([]);
	}
});

test('a request is answered with a change: old text, request and answer stay', async () => {
	const { write, ask, decide, claimId, askedId, page, moveTo } = await world();
	await write('Anna');
	await ask('vader', await claimId());
	moveTo('2026-11-25T10:00:00Z');
	await decide('Anna', await askedId(), 'aangepast', 'Sam was 2 dagen ziek.');
	for (const who of ['vader', 'moeder', 'Sam', 'Anna']) {
		expect((await page(who)).facts).toMatchObject([
			{
				text: { words: 'Sam was 2 dagen ziek.', writtenOn: '2026-11-25', saidBy: 'de juf' },
				earlier: [{ words: 'Sam was 3 dagen ziek.', writtenOn: '2026-11-22' }],
				corrections: [
					{
						...{ wrong: 'Het waren er 2.', right: '2 dagen', on: '2026-11-22' },
						person: { name: 'vader' },
						decision: { outcome: 'aangepast', answer: 'Nagevraagd.', on: '2026-11-25' },
						mayDecide: false
					}
				]
			}
		]);
	}
});

test('a request that is not followed leaves the text, and the answer stands there', async () => {
	const { write, ask, decide, claimId, askedId, page } = await world();
	await write('Anna');
	await ask('Sam', await claimId());
	expect((await page('Anna')).facts[0]?.corrections[0]).toMatchObject({
		...{ decision: null, mayDecide: true }
	});
	await decide('Anna', await askedId(), 'niet_aangepast', 'een tekst die niet telt');
	expect((await page('vader')).facts).toMatchObject([
		{
			text: { words: 'Sam was 3 dagen ziek.' },
			earlier: [],
			corrections: [{ decision: { outcome: 'niet_aangepast' } }]
		}
	]);
});

test('a request of a youth of 16 is read by the regisseur, and by whom she shares with', async () => {
	const { ctx, write, ask, claimId, page } = await world();
	await write('Anna', { children: 'Noor' });
	await ask('Noor', await claimId());
	expect((await page('Noor')).facts[0]?.corrections).toHaveLength(1);
	expect((await page('Anna')).facts[0]?.corrections).toHaveLength(1);
	await ctx.db.write((tx) =>
		tx.insert(tables.incapacity).values({
			...{ id: 'x' as never, familyId: GEZIN, childId: personId('Noor'), reason: 'r' },
			...{ professionalId: personId('Anna'), from: day('2026-11-01') },
			reviewBy: day('2027-01-01')
		})
	);
	expect((await page('moeder')).facts).toMatchObject([{ corrections: [] }]);
});

describe('refused, and nothing changes', () => {
	test.each(['moeder', 'vader', 'Sam', 'oma', 'niemand', 'Anna, by link'])(
		'%s writes no fact',
		async (who) => {
			const { write, everything } = await world();
			const before = await everything();
			await expect(write(who)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
			expect(await everything()).toEqual(before);
		}
	);

	test.each([
		['oma', 'feit', 'hide'],
		['Noor', 'feit', 'hide'],
		['niemand', 'feit', 'hide'],
		['Anna', 'feit', 'deny'],
		['vader', 'mening', 'deny']
	])('%s asks nothing about a %s', async (who, kind, outcome) => {
		const { write, ask, claimId, everything } = await world();
		await write('Anna', { kind });
		const before = await everything();
		const tried = ask(who, await claimId());
		await expect(tried).rejects.toMatchObject({ decision: { outcome } });
		expect(await everything()).toEqual(before);
	});

	test.each(['vader', 'moeder', 'oma', 'niemand', 'Anna, by link'])(
		'%s does not decide on a request',
		async (who) => {
			const { write, ask, decide, claimId, askedId, everything } = await world();
			await write('Anna');
			await ask('vader', await claimId());
			const before = await everything();
			await expect(decide(who, await askedId(), 'aangepast', 'x')).rejects.toMatchObject({
				decision: { outcome: 'hide' }
			});
			expect(await everything()).toEqual(before);
		}
	);

	test('a second answer, a change without words, a day to come, a child of elsewhere', async () => {
		const { write, ask, decide, claimId, askedId, everything } = await world();
		await write('Anna');
		await ask('vader', await claimId());
		const before = await everything();
		await expect(decide('Anna', await askedId(), 'aangepast', ' ')).rejects.toThrow(Refused);
		await expect(write('Anna', { saidOn: '2026-11-23' })).rejects.toThrow(Refused);
		await expect(write('Anna', { children: 'Sam,elders' })).rejects.toThrow(Denied);
		await expect(ask('vader', 'nergens')).rejects.toThrow(Denied);
		await expect(decide('Anna', 'nergens', 'niet_aangepast')).rejects.toThrow(Denied);
		expect(await everything()).toEqual(before);
		await decide('Anna', await askedId(), 'niet_aangepast');
		const decided = await everything();
		await expect(decide('Anna', await askedId(), 'aangepast', 'x')).rejects.toThrow(Denied);
		expect(await everything()).toEqual(decided);
	});

	test.each([
		[{ kind: '' }, 'claim.kindMissing'],
		[{ words: ' ' }, 'voice.wordsEmpty'],
		[{ saidBy: '' }, 'voice.wordsEmpty'],
		[{ saidOn: '2026-02-30' }, 'claim.dayMissing'],
		[{ saidOn: '' }, 'claim.dayMissing'],
		[{ children: undefined }, 'claim.childrenMissing']
	])('bad input %o: %s', (bad, message) => {
		const good = {
			...{ key: crypto.randomUUID(), kind: 'feit', words: 'x', saidBy: 'x' },
			...{ saidOn: '2026-11-01', children: 'Sam' }
		};
		const { error } = ClaimInput.safeParse({ ...good, ...bad });
		expect(error?.issues.map((one) => one.message)).toEqual([message]);
	});
});

test('a double tap writes, asks and answers once', async () => {
	const { write, ask, decide, claimId, askedId, everything } = await world();
	const key = crypto.randomUUID();
	const twice = (work: () => Promise<void>) => Promise.all([work(), work(), work()]);
	await twice(() => write('Anna', {}, key));
	const id = await claimId();
	await twice(() => ask('vader', id, key));
	const asked = await askedId();
	await twice(() => decide('Anna', asked, 'aangepast', 'nieuw', key));
	expect((await everything()).map((rows) => rows.length)).toEqual([1, 2, 1, 1, 3, 3]);
});

test('the database refuses to change, delete or replace any row', async () => {
	const { write, ask, decide, claimId, askedId, folder, everything } = await world();
	await write('Anna');
	await ask('vader', await claimId());
	await decide('Anna', await askedId(), 'aangepast', 'nieuw');
	const before = await everything();
	const raw = createClient({ url: `file:${folder}/test.db` });
	const columns = {
		...{ claim: 'kind', claim_version: 'words', correction: 'wrong', correction_decision: 'answer' }
	};
	for (const [table, column] of Object.entries(columns)) {
		for (const sql of [
			`UPDATE ${table} SET ${column} = 'x'`,
			`DELETE FROM ${table}`,
			`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`
		]) {
			await expect(raw.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
		}
	}
	raw.close();
	expect(await everything()).toEqual(before);
});

test('an open request waits for the regisseur, however old', async () => {
	const { ctx, write, ask, decide, claimId, askedId } = await world();
	await write('Anna');
	await ask('vader', await claimId());
	const waiting = () => voicesWaiting(ctx.db.read, [GEZIN], day('2027-06-01'));
	expect(await waiting()).toEqual([
		{ familyId: 'gezin', kind: 'correction', on: '2026-11-22', count: 1 }
	]);
	await decide('Anna', await askedId(), 'niet_aangepast');
	expect(await waiting()).toEqual([]);
});
