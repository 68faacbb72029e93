import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { readPdf, rolesOf, textOf } from '../../../../tests/support/pdf.ts';
import type { FridgeSheet } from '../model.ts';
import { fridgePdf } from './pdf.ts';
import { getFridgeSheet } from './queries.ts';

const FAMILY = 'gezin' as FamilyId;
const NL = { names: true, language: 'nl' };

let ctx: Ctx;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		review: { on: day('2027-02-01'), words: 'terugkijken met Noor' },
		people: [
			{ id: 'Sam', relation: 'kind', born: day('2015-03-01') },
			{ id: 'Noor', relation: 'kind', born: day('2009-03-01') },
			{ id: 'Vera', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig', Noor: 'eenhoofdig' } },
			{ id: 'Bram', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig' } },
			{ id: 'Riet', relation: 'netwerk', words: 'oma' }
		],
		regisseurs: [{ id: 'Anna' }],
		goals: [
			{
				words: 'Sam slaapt goed',
				children: ['Sam'],
				steps: [
					{ title: 'Vera leest voor', owner: 'Vera', due: day('2026-12-01') },
					{ title: 'Bram doet de lamp uit', owner: 'Bram' },
					{ title: 'oude stap', owner: 'Bram', state: 'klaar' }
				]
			},
			{
				words: 'kanarie van Noor',
				children: ['Noor'],
				steps: [{ title: 'Riet belt', owner: 'Riet' }]
			},
			{ words: 'doel voor later', children: ['Sam'], group: 'later' }
		],
		situation: [{ words: 'kanarie over thuis', children: ['Sam'] }]
	});
});

const sheetOf = (who: string, given: { names: boolean; language: string } = NL) =>
	getFridgeSheet(ctx, aPerson(personId(who), 'second-factor'), FAMILY, given);

const read = async (sheet: FridgeSheet, language = 'nl') =>
	readPdf(await fridgePdf(sheet, language));

describe('the sheet', () => {
	test('has goals and open steps of now, who does them, and whom to call', async () => {
		const sheet = await sheetOf('Bram');
		expect(sheet.goals.map(({ words, steps }) => [words, steps.map((one) => one.title)])).toEqual([
			['Sam slaapt goed', ['Vera leest voor', 'Bram doet de lamp uit']]
		]);
		expect(sheet.goals[0]?.steps.map(({ who }) => who.name)).toEqual(['Vera', 'Bram']);
		expect(sheet.call).toEqual({ word: 'regisseur', name: 'Anna Achternaam', phone: null });
	});

	test('without names no name stands in it, also not in a text', async () => {
		const sheet = await sheetOf('Bram', { names: false, language: 'nl' });
		expect(JSON.stringify(sheet)).not.toMatch(/Sam|Noor|Vera|Bram|Riet|Anna|Achternaam/);
		expect(sheet.goals[0]).toMatchObject({
			words: 'Iemand slaapt goed',
			steps: [
				{ title: 'Iemand leest voor', who: { name: null, relation: 'ouder', nth: 1 } },
				{ title: 'Iemand doet de lamp uit', who: { name: null, relation: 'ouder', nth: 2 } }
			]
		});
	});

	test.each([
		['a father of one of the two', 'Bram'],
		['a mother with whom her daughter of 17 shares nothing', 'Vera'],
		['grandmother', 'Riet']
	])('%s prints no more than the rules show', async (_, who) => {
		const sheet = await sheetOf(who);
		const pdf = await read(sheet);
		const found = `${JSON.stringify(sheet)} ${await textOf(pdf)}`;
		expect(found).not.toMatch(/kanarie|Noor|later|kijken met|vakwoorden/);
		expect(found).toMatch(who === 'Riet' ? /Riet belt/ : /Sam slaapt goed/);
	});

	test.each([
		['a stranger', aPerson(personId('niemand'))],
		['a regisseur without second factor', aPerson(personId('Anna'))],
		['a visitor', visitor]
	])('%s gets none', async (_, actor) => {
		await expect(getFridgeSheet(ctx, actor, FAMILY, NL)).rejects.toBeInstanceOf(Denied);
	});

	test('what a professional prints is in the log, what family prints is not', async () => {
		await sheetOf('Bram');
		await sheetOf('Anna');
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.map(({ actorId, thing }) => [actorId, thing])).toEqual([['Anna', 'fridge']]);
	});
});

describe('the PDF', () => {
	test('is tagged: marked, with a language, a title, headings and lists', async () => {
		const pdf = await read(await sheetOf('Bram'));
		expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
		const { info, metadata } = await pdf.getMetadata();
		expect(info).toMatchObject({ Language: 'nl', Title: 'Ons plan' });
		expect(metadata?.getRaw()).toMatch(/pdfuaid:part>1</);
		expect(await rolesOf(pdf)).toEqual([
			'Root',
			'Document',
			'H1',
			'H2',
			'L',
			'LI',
			'LBody',
			'LI',
			'LBody',
			'P',
			'H2',
			'P',
			'P',
			'P'
		]);
	});

	test('says in its own letters what the page says', async () => {
		const text = await textOf(await read(await sheetOf('Bram')));
		expect(text).toContain('Vera leest voor: Vera, voor 1 december 2026');
		expect(text).toContain('Gevaar? Bel 112.');
	});

	test('speaks English', async () => {
		const sheet = await sheetOf('Bram', { names: false, language: 'en' });
		const text = await textOf(await read(sheet, 'en'));
		expect(text).toContain('Someone leest voor: parent 1, by 1 December 2026');
	});

	test.each([
		[8, 1],
		[200, 5]
	])('%s steps take at most %s pages, and none is lost', async (count, most) => {
		const sheet = await sheetOf('Bram');
		const [goal] = sheet.goals;
		const [step] = goal?.steps ?? [];
		if (!goal || !step) throw new Error('no step');
		const steps = Array.from({ length: count }, (_, at) => ({ ...step, title: `stap ${at}.` }));
		const pdf = await read({ ...sheet, goals: [{ ...goal, steps }] });
		expect(pdf.numPages).toBeLessThanOrEqual(most);
		const text = await textOf(pdf);
		expect(steps.filter(({ title }) => !text.includes(title))).toEqual([]);
	});

	test('letters that it lacks are known beforehand', async () => {
		expect((await sheetOf('Bram')).fitsPdf).toBe(true);
		await aFamilyInDatabase(ctx, {
			id: 'ver',
			people: [
				{ id: 'مريم', relation: 'kind', born: day('2012-01-01') },
				{ id: 'Ali', relation: 'ouder', gezagOver: { مريم: 'eenhoofdig' } }
			],
			goals: [{ words: 'مريم slaapt', children: ['مريم'] }]
		});
		const actor = aPerson(personId('Ali'));
		expect((await getFridgeSheet(ctx, actor, 'ver' as FamilyId, NL)).fitsPdf).toBe(false);
	});
});
