import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { fitsPdf } from '#lib/kernel/letters.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/index.ts';
import { readRegister } from '../../../../tests/guards/support/register.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { anEvent, endOf } from '../../../../tests/support/event.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { readPdf, rolesOf, textOf } from '../../../../tests/support/pdf.ts';
import * as copyFile from '../../../routes/(gezin)/later/meenemen/alles.json/+server.ts';
import * as htmlFile from '../../../routes/(gezin)/later/meenemen/blad.html/+server.ts';
import * as pdfFile from '../../../routes/(gezin)/later/meenemen/blad.pdf/+server.ts';
import { PARTS, SaveDomain } from '../model.ts';
import { RecordOffer } from '../offer.model.ts';
import { GiveTip } from '../tip.model.ts';
import { sheetHtml } from '../ui/sheet-html.ts';
import { pickedParts, sheetOf } from '../ui/sheet-words.ts';
import { askAdult, setBasic } from './basis.commands.ts';
import { saveWords, startPlan } from './commands.ts';
import { recordOffer } from './offer.commands.ts';
import { sharePart, stopSharingPart } from './share.commands.ts';
import { sheetPdf } from './sheet-pdf.ts';
import { getOwnCopy, getTakenParts } from './take.queries.ts';
import { answerQuestions, markItem } from './timeline.commands.ts';
import { giveTip } from './tip.commands.ts';

const NOOR = aPerson(personId('Noor'));
const SAM = aPerson(personId('Sam'));
const TODAY = day('2026-11-22');
const EVERYONE_ELSE: [string, Actor][] = [
	['mother', aPerson(personId('moeder'))],
	['aunt, with whom everything is shared', aPerson(personId('tante'))],
	['brother with a plan', SAM],
	['regisseur', aPerson(personId('Anna'), 'second-factor')],
	['stranger', aPerson(personId('vreemde'))],
	['visitor', visitor]
];

const key = () => crypto.randomUUID();

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
			{ id: 'tante', relation: 'netwerk' },
			{ id: 'vreemde' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	for (const actor of [NOOR, SAM]) await startPlan(ctx, actor, { key: key() });
	await write(NOOR, { domain: 'wonen', wens: 'Een kamer <b>\nbij oma', stap: 'Bellen' });
	await write(NOOR, { domain: 'geld', nu: 'kanarie' });
	await write(SAM, { domain: 'wonen', wens: 'geheim van Sam' });
	for (const part of PARTS)
		await sharePart(ctx, NOOR, { key: key(), part, with: personId('tante') });
	await recordOffer(
		ctx,
		aPerson(personId('Anna'), 'second-factor'),
		'gezin' as FamilyId,
		RecordOffer.parse({ key: key(), form: 'Noor', kind: 'gepraat', on: '2026-11-20' })
	);
	await giveTip(
		ctx,
		aPerson(personId('tante')),
		personId('Noor'),
		GiveTip.parse({ key: key(), form: 'wonen', field: 'stap', words: 'Bel oma' })
	);
	await stopSharingPart(ctx, NOOR, { key: key(), with: personId('tante'), part: 'geld' });
	await answerQuestions(ctx, NOOR, {
		...{ key: key(), pleeg: 'ja', zorg: '', school: 'nee', schulden: '', maatregel: '' },
		buitenland: ''
	});
	await setBasic(ctx, NOOR, { key: key(), basic: 'wonen', state: 'bezig' });
	await askAdult(ctx, NOOR, { key: key(), name: 'tante Riet' });
	await markItem(ctx, NOOR, { key: key(), mark: ['woning', 'niet'] });
});

const write = (actor: Actor, fields: Record<string, string>) =>
	saveWords(ctx, actor, SaveDomain.parse(fields));
const sheet = async () => sheetOf(await getTakenParts(ctx, NOOR, ['wonen', 'tijdlijn']), TODAY);

describe('the parts that were picked', () => {
	test.each<[string, string[]]>([
		['', []],
		['?deel=wonen', ['wonen']],
		['?deel=tijdlijn&deel=wonen&deel=wonen', ['wonen', 'tijdlijn']],
		['?deel=nergens&deel=', []],
		['?deel=wonen,geld', []]
	])('%s', (search, parts) => {
		expect(pickedParts(new URL(search, 'http://localhost/later/meenemen'))).toEqual(parts);
	});

	test('are there, and no others', async () => {
		const parts = await getTakenParts(ctx, NOOR, ['wonen']);
		expect(parts).toEqual([
			{
				part: 'wonen',
				words: { nu: '', wens: 'Een kamer <b>\nbij oma', stap: 'Bellen', hulp: '' }
			}
		]);
	});

	test.each(EVERYONE_ELSE)('not for %s', async (_, actor) => {
		const taken = await getTakenParts(ctx, actor, ['wonen']).catch(() => null);
		expect(JSON.stringify(taken)).not.toMatch(/kamer/);
		if (actor !== SAM) expect(taken).toBeNull();
	});

	test('also after 27, and no professional finds a trace of it', async () => {
		moveTo('2040-01-01T12:00:00Z');
		const before = await ctx.db.read.select().from(auditEntry);
		expect(await getTakenParts(ctx, NOOR, ['wonen'])).toHaveLength(1);
		await getOwnCopy(ctx, NOOR);
		expect(await ctx.db.read.select().from(auditEntry)).toEqual(before);
	});
});

describe('the PDF', () => {
	test('is tagged: marked, with a language, a neutral title, and headings', async () => {
		const pdf = await readPdf(await sheetPdf(await sheet(), 'nl'));
		expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
		const { info, metadata } = await pdf.getMetadata();
		expect(info).toMatchObject({ Language: 'nl', Title: 'Mijn blad' });
		expect(metadata?.getRaw()).toMatch(/pdfuaid:part>1</);
		expect((await rolesOf(pdf)).slice(0, 8)).toEqual([
			...['Root', 'Document', 'H1', 'H2', 'H3', 'P', 'P', 'H3']
		]);
	});

	test('says what was picked, and nothing else', async () => {
		const text = await textOf(await readPdf(await sheetPdf(await sheet(), 'nl')));
		expect(text).toMatch(/Wat wil ik\? +Een kamer <b> +bij oma +Wat is mijn eerste stap\?/);
		expect(text).toContain('Wat verandert wanneer');
		expect(text).not.toMatch(/kanarie|Sam|Schrijf je in voor een huis/);
	});

	test('letters that it lacks are known beforehand', async () => {
		await write(NOOR, { domain: 'school', wens: 'أريد مدرسة' });
		const parts = await getTakenParts(ctx, NOOR, ['school']);
		expect(fitsPdf(JSON.stringify(sheetOf(parts, TODAY)))).toBe(false);
	});
});

test('the web page asks nothing of any site, and what was typed is text in it', async () => {
	const html = sheetHtml(await sheet(), 'nl');
	expect(html).toMatch(/^<!doctype html><html lang="nl" dir="ltr">/);
	expect(html).toContain('<title>Mijn blad</title>');
	expect(html).toContain('Een kamer &lt;b>');
	expect(html).not.toMatch(/<script|<link|src=|href=|<!--|kanarie/);
});

describe('the whole copy', () => {
	test('holds each column of the plan that the register promises, by table', async () => {
		const copy = (await getOwnCopy(ctx, NOOR)) as Record<string, unknown>;
		const promised = readRegister(readFileSync('docs/data-register.md', 'utf8'))
			.filter(({ column, export: own }) => /^toekomst/.test(column) && own === 'yes')
			.map(({ column }) => column);
		const found = Object.entries(copy).flatMap(([table, rows]) =>
			[rows].flat().flatMap((row) => Object.keys(row as object).map((one) => `${table}.${one}`))
		);
		const camel = (column: string) =>
			column.replace(
				/\.(.*)/,
				(_, name: string) => `.${name.replace(/_(\w)/g, (__, sign: string) => sign.toUpperCase())}`
			);
		expect(promised.length).toBeGreaterThan(10);
		expect(promised.map(camel).filter((column) => !found.includes(column))).toEqual([]);
	});

	test('has nothing of others but the name the youth sees, and no id that opens something', async () => {
		const copy = JSON.stringify(await getOwnCopy(ctx, NOOR));
		expect(copy).toContain('kanarie');
		expect(copy).not.toMatch(/geheim van Sam|Sam|moeder|Anna|planId|tokenHash|"id"/);
		expect(JSON.parse(copy)).toMatchObject({
			toekomst_answer: [
				{ question: 'pleeg', says: 'ja' },
				{ question: 'school', says: 'nee' }
			],
			toekomst_mark: [{ item: 'woning', state: 'niet', remindOn: null }]
		});
	});

	test.each(EVERYONE_ELSE)('not for %s', async (_, actor) => {
		const copy = await getOwnCopy(ctx, actor).catch(() => null);
		expect(JSON.stringify(copy)).not.toMatch(/kanarie/);
		if (actor !== SAM) expect(copy).toBeNull();
	});
});

describe('the files', () => {
	const FILES = [
		['blad.pdf', pdfFile.GET, 'application/pdf'],
		['blad.html', htmlFile.GET, 'text/html; charset=utf-8'],
		['alles.json', copyFile.GET, 'application/json']
	] as const;
	const ask = (name: string, actor: Actor, search = '?deel=wonen') =>
		anEvent(ctx, { address: `/later/meenemen/${name}${search}`, actor }).event;

	test.each(FILES)('%s has a neutral name and is kept nowhere', async (name, GET, type) => {
		const { data } = await endOf(() => GET(ask(name, NOOR)));
		const { headers } = data as Response;
		expect(headers.get('content-type')).toBe(type);
		expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
		expect(headers.get('cache-control')).toBe('no-store');
	});

	test.each(FILES)('%s is found by nobody else', async (name, GET) => {
		for (const [who, actor] of EVERYONE_ELSE.filter(([, one]) => one !== SAM))
			expect((await endOf(() => GET(ask(name, actor)))).status, who).toBe(
				actor.kind === 'visitor' ? 303 : 404
			);
	});

	test.each(FILES.slice(0, 2))('%s without a part is not found', async (name, GET) => {
		expect((await endOf(() => GET(ask(name, NOOR, '?deel=nergens')))).status).toBe(404);
	});
});
