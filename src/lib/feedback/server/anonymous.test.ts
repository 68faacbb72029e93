import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FamilyId, RegionId } from '#lib/family/model.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { formReceipt } from '#lib/server/db/schema/platform.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { feedbackAnswer, feedbackWaiting, quarterKey } from '#lib/server/db/schema/feedback.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import type { Moment } from '../questionnaire.model.ts';
import { settle, type AnswerRow } from './store.ts';
import { giveAnswers, giveOpenAnswers, MIXED_WITH, settleAnswers } from './answer.commands.ts';
import {
	askedIn,
	closeQuarter,
	forgetClosed,
	observationsOf,
	openObservationsOf
} from './totals.ts';

const NOW = '2026-Q4';
const BEFORE = '2026-Q3';

/** Families with a youth, a mother with gezag, and one regisseur. */
async function world(families: number) {
	const given = await aContext();
	for (let at = 0; at < families; at += 1)
		await aFamilyInDatabase(given.ctx, {
			id: `gezin-${at}`,
			people: [
				{ id: `kind-${at}`, relation: 'kind', born: day('2010-05-05') },
				{
					id: `moeder-${at}`,
					relation: 'ouder',
					gezagOver: { [`kind-${at}`]: 'eenhoofdig' }
				},
				{ id: `oma-${at}`, relation: 'netwerk' }
			],
			regisseurs: [{ id: 'regisseur' }],
			kaders: [{ child: `kind-${at}`, kind: 'vrijwillig' }]
		});
	return given;
}

const says = (
	ctx: Ctx,
	who: string,
	sent: Record<string, number>,
	{
		moment = 'halfway',
		family = who.replace(/\w+-/, 'gezin-')
	}: { moment?: Moment; family?: string } = {}
) =>
	giveAnswers(ctx, aPerson(personId(who)), {
		place: { family: family as FamilyId },
		...{ moment, sent }
	});

const everything = async (ctx: Ctx) => [
	...(await ctx.db.read.select().from(feedbackWaiting)),
	...(await ctx.db.read.select().from(feedbackAnswer))
];

test('each question once at a moment: again takes its place, whatever waits or is settled', async () => {
	const { ctx } = await world(1);
	await says(ctx, 'kind-0', { use: 3, goals: 2 });
	await says(ctx, 'kind-0', { use: 3, goals: 2 });
	await says(ctx, 'kind-0', { use: 8 });
	await says(ctx, 'moeder-0', { use: 5 });
	await says(ctx, 'kind-0', { use: 6 }, { moment: 'monthly' });
	const values = async () =>
		(await observationsOf(ctx.db, NOW))
			.map(({ informant, criterion, value }) => `${informant} ${criterion} ${value}`)
			.toSorted();
	const expected = ['parent use 5', 'youth goals 2', 'youth use 6', 'youth use 8'];
	expect(await values()).toEqual(expected);
	await ctx.db.write(async (tx) => {
		await tx.insert(feedbackAnswer).values(await tx.select().from(feedbackWaiting));
		await tx.delete(feedbackWaiting);
	});
	await says(ctx, 'moeder-0', { use: 4 });
	expect(await values()).toEqual(['parent use 4', ...expected.slice(1)]);
});

test('what is skipped, not asked or outside its scale is not kept', async () => {
	const { ctx } = await world(1);
	await says(ctx, 'kind-0', { use: 11, goals: 0, independent: 6, someone: 3, nergens: 1 });
	expect(await everything(ctx)).toEqual([]);
	expect(await ctx.db.read.select().from(quarterKey)).toEqual([]);
});

test.each([
	['the network', 'oma-0', 'gezin-0'],
	['the regisseur', 'regisseur', 'gezin-0'],
	['somebody of another family', 'moeder-1', 'gezin-0'],
	['somebody of a family that is not there', 'moeder-0', 'nergens']
])('%s is not asked, and nothing is kept', async (_, who, family) => {
	const { ctx } = await world(2);
	const refused = await says(ctx, who, { use: 5 }, { family }).catch((thrown: unknown) => thrown);
	expect(refused).toBeInstanceOf(Denied);
	expect((refused as Denied).decision.outcome).toBe('hide');
	expect(await everything(ctx)).toEqual([]);
});

test('a row names nobody and no moment, and nothing else is written down', async () => {
	const { ctx } = await world(1);
	await says(ctx, 'kind-0', { use: 3 });
	await says(ctx, 'moeder-0', { use: 4 });
	const rows = await everything(ctx);
	expect(JSON.stringify(rows)).not.toMatch(
		/kind-0|moeder-0|gezin-0|"regisseur":"regisseur"|halfway/
	);
	expect(JSON.stringify(rows)).not.toMatch(/2026-1[01]|\d{10}/);
	expect(new Set(rows.map(({ family }) => family)).size).toBe(1);
	expect(new Set(rows.map(({ respondent }) => respondent)).size).toBe(2);
	expect(rows.map(({ ageBand, kader }) => [ageBand, kader])).toEqual([
		['16-17', 'vrijwillig'],
		['16-17', 'vrijwillig']
	]);
	expect(await ctx.db.read.select().from(formReceipt)).toEqual([]);
	expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
});

test('no hidden row number counts them', async () => {
	const { ctx } = await aContext();
	for (const table of [
		'feedback_answer',
		'feedback_waiting',
		'quarter_key',
		'story',
		'told_story',
		'delivery_value'
	])
		await expect(ctx.db.client.execute(`SELECT rowid FROM ${table}`), table).rejects.toThrow(
			/no such column/
		);
	const { rows } = await ctx.db.client.execute('SELECT rowid FROM trajectory');
	expect(rows, 'the question itself works').toEqual([]);
});

test('answers wait until enough people do, and are then mixed; nothing is lost', async () => {
	const { ctx } = await world(MIXED_WITH);
	for (let at = 0; at < MIXED_WITH - 1; at += 1) await says(ctx, `kind-${at}`, { use: 5 });
	await settleAnswers(ctx);
	expect(await ctx.db.read.select().from(feedbackAnswer)).toEqual([]);
	await says(ctx, `kind-${MIXED_WITH - 1}`, { use: 5 });
	await settleAnswers(ctx);
	expect(await ctx.db.read.select().from(feedbackWaiting)).toEqual([]);
	expect(await ctx.db.read.select().from(feedbackAnswer)).toHaveLength(MIXED_WITH);
});

test('what waits when the quarter is over is settled too', async () => {
	const { ctx, moveTo } = await world(1);
	await says(ctx, 'kind-0', { use: 5 });
	moveTo('2027-01-02T12:00:00Z');
	await settleAnswers(ctx);
	expect(await ctx.db.read.select().from(feedbackAnswer)).toHaveLength(1);
	await says(ctx, 'kind-0', { use: 7 });
	const [before, after] = [
		await observationsOf(ctx.db, NOW),
		await observationsOf(ctx.db, '2027-Q1')
	];
	expect([before[0]?.value, after[0]?.value]).toEqual([5, 7]);
	expect(before[0]?.family).not.toBe(after[0]?.family);
	expect(before[0]?.respondent).not.toBe(after[0]?.respondent);
});

test('the open form counts once for each form, apart from families', async () => {
	const { ctx } = await world(1);
	const form = (key: string) =>
		giveOpenAnswers(ctx, visitor, {
			...{ regionId: 'regio', audience: 'parent', moment: 'open' },
			...{ sent: { without: 2 }, key, network: '192.0.2.1' }
		});
	await form('a');
	await form('a');
	await form('b');
	expect(await observationsOf(ctx.db, NOW)).toEqual([]);
	expect((await openObservationsOf(ctx.db, NOW)).map(({ value }) => value)).toEqual([2, 2]);
	for (let at = 0; at < 27; at += 1) await form(`more-${at}`);
	await expect(form('one too many')).rejects.toThrow('feedback.tooMany');
});

test('who could answer: youths from 12 and who brings them up, once a family', async () => {
	const { ctx } = await world(2);
	const asked = await askedIn(ctx.db, NOW);
	const counted = asked.map(({ informant, criterion }) => `${informant} ${criterion}`).toSorted();
	expect(counted).toEqual(
		['parent', 'youth'].flatMap((who) =>
			['goals', 'independent', 'use'].flatMap((criterion) => [
				`${who} ${criterion}`,
				`${who} ${criterion}`
			])
		)
	);
	await says(ctx, 'kind-0', { use: 5 });
	const [said] = await observationsOf(ctx.db, NOW);
	expect((await askedIn(ctx.db, NOW)).filter(({ family }) => family === said?.family)).toHaveLength(
		6
	);
});

test('after publication the file, its log and the tables hold nothing of who answered what', async () => {
	const { ctx, folder } = await world(40);
	for (let at = 0; at < 40; at += 1) {
		await says(ctx, `kind-${at}`, { use: 1 + (at % 10), goals: 3, independent: 2 });
		await says(ctx, `moeder-${at}`, { use: 1 + ((at * 3) % 10) });
		if (at % 7 === 0) await settleAnswers(ctx);
	}
	const rows = await everything(ctx);
	const [key] = await ctx.db.read.select().from(quarterKey);
	const secrets = [
		key?.key ?? '',
		...rows.flatMap(({ id, family, respondent, regisseur }) => [id, family, respondent, regisseur])
	];
	const found = () => {
		const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
		return secrets.filter((secret) => bytes.some((text) => text.includes(secret)));
	};
	expect(rows).toHaveLength(160);
	expect(found().length, 'before it, all are there').toBe(secrets.length);
	await ctx.db.write((tx) => closeQuarter(tx, NOW));
	await forgetClosed(ctx.db);
	expect(found()).toEqual([]);
	expect(await everything(ctx)).toEqual([]);
	await expect(observationsOf(ctx.db, NOW)).rejects.toThrow('was published');
	await expect(says(ctx, 'kind-0', { use: 5 })).rejects.toThrow('was published');
});

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

test('no page of the file keeps a copy of what was closed beside what stays', async () => {
	for (const seed of SEEDS) {
		const { ctx, folder } = await aContext();
		const rows = Array.from({ length: 20 + ((seed * 37) % 80) }, (_, at) =>
			anAnswer(`${seed} ${at}`)
		);
		// One after another, as they come: pages of the file are filled and split.
		await ctx.db.write(async (tx) => {
			for (const row of rows) await settle(tx, [row]);
		});
		await ctx.db.write((tx) => closeQuarter(tx, BEFORE));
		await forgetClosed(ctx.db);
		const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
		const there = rows.filter(({ family }) => bytes.some((text) => text.includes(family)));
		const staying = rows.filter(({ quarter }) => quarter === NOW);
		expect(there, `seed ${seed}`).toEqual(staying);
		expect(await everything(ctx)).toHaveLength(staying.length);
	}
});

/** Any row, the same each time: whether a page is split depends on its length. */
function anAnswer(seed: string): AnswerRow {
	const part = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
	return {
		...{ quarter: part('quarter') < '8' ? NOW : BEFORE, id: part('id').slice(0, 32) },
		...{ family: part('family'), respondent: part('respondent'), regisseur: part('regisseur') },
		...{
			criterion: 'use',
			question: part('question').slice(parseInt(part('length').slice(0, 2), 16) % 64)
		},
		...{ version: 1, informant: 'youth', value: 7 },
		...{ region: 'haaglanden' as RegionId, ageBand: '12-15', help: null, kader: null },
		...{ organisation: null, open: false }
	};
}
