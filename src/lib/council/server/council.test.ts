import { beforeEach, describe, expect, test } from 'vitest';
import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import { organisation, region } from '#lib/server/db/schema/family.ts';
import { visitor, type Actor, type Assurance } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { inviteStaff } from '#lib/identity/server/staff.commands.ts';
import { aPerson, aProfessional, machine } from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { answersFor } from '../../../../tests/support/random-answers.ts';
import { isLate } from '../advice.rules.ts';
import { catalogueOf } from '../catalogue.ts';
import { AnswerAdvice, GiveAdvice } from '../model.ts';
import { answerAdvice, giveAdvice } from './advice.commands.ts';
import { tableCsv, tablePdf } from './files.ts';
import { publishQuarter } from './publish.commands.ts';
import { getCouncil, getDone, getTable, listCouncils } from './queries.ts';
import { appointSeat, endSeat } from './seats.commands.ts';
import { readPdf, textOf } from '../../../../tests/support/pdf.ts';

const here = 'org' as OrganisationId;
const elsewhere = 'elders' as OrganisationId;
const as = (id: string, assurance: Assurance = 'second-factor'): Actor => ({
	kind: 'person',
	id: id as PersonId,
	assurance
});

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aProfessional(ctx, 'wil');
	await ctx.db.write(async (tx) => {
		await tx
			.insert(region)
			.values({ id: 'anders' as RegionId, name: 'Anders', regisseurWord: 'regisseur' });
		await tx.insert(organisation).values({
			...{ id: elsewhere, regionId: 'anders' as RegionId, name: 'Elders', kind: 'aanbieder' }
		});
	});
	await seat('amina', 'lid');
	await seat('joost', 'organisatie');
	await seat('els', 'lid', elsewhere);
	const given = answersFor(1, {
		...{ catalogue: catalogueOf(['region', 'anders']), families: 240, regisseurs: 20, unknown: 0 }
	});
	await publishQuarter(ctx, '2026-Q3', {
		observationsOf: async () => given.observations.map((it) => ({ ...it, organisation: null })),
		indicatorsOf: async () => [],
		askedIn: async () => given.asked.map((it) => ({ ...it, organisation: null })),
		storiesOf: async () => [],
		closeQuarter: async () => undefined,
		forgetClosed: async () => undefined
	});
});

const seat = (id: string, what: 'lid' | 'organisatie', at = here) =>
	appointSeat(
		ctx,
		{ kind: 'machine', source: at },
		{
			...{ organisation: at, personId: id as PersonId, seat: what },
			name: { given: id, family: 'Raad' }
		}
	);

const asked = { quarter: '2026-Q3', table: 'use.parent.ageBand', language: 'nl' };
const table = (actor: Actor, more: Partial<typeof asked> = {}, id = here) =>
	getTable(ctx, actor, id, { ...asked, ...more });

describe('a seat', () => {
	test('gives sight of tables, by key, from its first day until its last', async () => {
		expect(await listCouncils(ctx, as('amina'))).toEqual([{ id: here, name: 'Wijkteam' }]);
		expect((await getCouncil(ctx, as('joost'), here)).may).toEqual({ advise: false, answer: true });
		expect((await getCouncil(ctx, as('amina'), here)).may).toEqual({ advise: true, answer: false });
		const ended = { organisation: here, personId: 'amina' as PersonId };
		expect(await endSeat(ctx, machine, ended)).toBe(true);
		expect(await endSeat(ctx, machine, ended)).toBe(false);
		await expect(table(as('amina'))).rejects.toThrow('hide');
	});

	test('lets somebody be invited with a key', async () => {
		const who = { personId: 'amina' as PersonId, email: 'amina@voorbeeld.nl' };
		expect((await inviteStaff(ctx, machine, who)).personalCode).toMatch(/^[2-9A-Z]{6}$/);
	});

	test('is not for a professional or a family member under the same name', async () => {
		await aPerson(ctx, 'anna');
		expect(await seat('wil', 'lid')).toBe(false);
		expect(await seat('anna', 'lid')).toBe(false);
		await expect(listCouncils(ctx, as('anna'))).rejects.toThrow('hide');
	});

	test.each<[string, Actor, OrganisationId]>([
		['a person', as('wil'), here],
		['another organisation', { kind: 'machine', source: elsewhere }, here],
		['for a place that is not there', machine, 'nergens' as OrganisationId]
	])('is not given by or for %s', async (_, actor, id) => {
		const name = { given: 'x', family: 'y' };
		const asking = { organisation: id, personId: 'x' as PersonId, seat: 'lid', name } as const;
		await expect(appointSeat(ctx, actor, asking)).rejects.toThrow('hide');
	});
});

test.each<[string, Actor]>([
	['a visitor', visitor],
	['a member without a key', as('amina', 'link')],
	['a member of another council', as('els')],
	['a regisseur', as('wil')],
	['a machine', machine]
])('%s finds nothing', async (_, actor) => {
	await expect(getCouncil(ctx, actor, here)).rejects.toThrow('hide');
	await expect(table(actor)).rejects.toThrow('hide');
	await expect(giveAdvice(ctx, actor, here, advice())).rejects.toThrow('hide');
});

describe('a table', () => {
	test('says in words, bars and files the same', async () => {
		const { sheet } = await table(as('amina'));
		expect(sheet.lines.map(({ label }) => label)).toEqual([
			'12 tot en met 15 jaar',
			'16 en 17 jaar',
			'18 tot en met 23 jaar'
		]);
		const shown = sheet.lines.filter(({ bar }) => bar !== null);
		expect(shown.length).toBeGreaterThan(0);
		for (const { value, bar } of shown)
			expect(Number(/[\d,]+/.exec(value)?.[0].replace(',', '.')) / 10).toBeCloseTo(bar ?? 0);
		const csv = tableCsv(sheet).trim().split('\r\n');
		expect(csv).toHaveLength(sheet.lines.length + 1);
		for (const row of csv) expect(row).toContain('"Niet voor inkoop"');
		const pdf = await textOf(await readPdf(await tablePdf(sheet, 'nl')));
		for (const { label, value } of sheet.lines)
			for (const words of [label, value]) expect(pdf).toContain(words);
		expect(pdf.split('Niet voor inkoop').length - 1).toBe(sheet.lines.length);
	});

	test.each([
		['later-at-17', 'plan voor later begonnen'],
		['terms-met', 'op tijd gedaan'],
		['jim-asked', 'iemand gevraagd als JIM'],
		['own-plan-offered', 'zelf een plan te maken'],
		['regisseur-changed', 'andere regisseur']
	])(
		'of %s says what it is about, of families, and nothing of taking part',
		async (name, words) => {
			const { sheet } = await table(as('amina'), { table: `${name}.system.kader` });
			expect(sheet.says.join(' ')).toContain(words);
			expect(sheet.columns).toEqual(['Wie', 'Hoe vaak dit zo was', 'Gezinnen']);
			expect(sheet.lines.map(({ response }) => response)).toEqual(sheet.lines.map(() => null));
			expect(sheet.lines.map(({ value }) => value)).toContain(
				'Te weinig gezinnen om te laten zien'
			);
			for (const row of tableCsv(sheet).trim().split('\r\n'))
				expect(row.split(';')).toHaveLength(5);
		}
	);

	test('of regions stands in the order of their names', async () => {
		const { sheet } = await table(as('amina'), { table: 'use.parent.region' });
		expect(sheet.lines.map(({ label }) => label)).toEqual([
			'Anders',
			'Regio',
			"Alle regio's samen"
		]);
	});

	test.each([
		[{ quarter: '2026-Q2' }],
		[{ quarter: '' }],
		[{ table: 'use.parent' }],
		[{ table: 'use.parent.postcode' }],
		[{ table: 'use.jim.total' }],
		[{ table: '' }]
	])('%j is not found', async (more) => {
		await expect(table(as('amina'), more)).rejects.toThrow('hide');
	});
});

const key = () => crypto.randomUUID();
const advice = (more: Record<string, string> = {}) =>
	GiveAdvice.parse({
		...{ key: key(), criterion: 'use', finding: 'Minder dan eerst.', advice: 'Begin eerder.' },
		...{ askedBy: '2026-12-31', ...more }
	});
const answer = (id: string) =>
	AnswerAdvice.parse({
		...{ key: key(), advice: id, words: 'Wij doen het, want het helpt.' },
		...{ improvement: 'Bellen binnen een week.', chosenWith: 'Twee ouders.' }
	});

describe('an advice', () => {
	const done = async () => (await getDone(ctx, here)).advices;

	test('is read by everybody, and late when nobody answers', async () => {
		const form = advice();
		await giveAdvice(ctx, as('amina'), here, form);
		await giveAdvice(ctx, as('amina'), here, form);
		expect(await done()).toMatchObject([{ quarter: '2026-Q3', answer: null, late: false }]);
		moveTo('2026-12-31T23:30:00Z');
		expect(await done()).toMatchObject([{ answer: null, late: true }]);
		expect(JSON.stringify(await done())).not.toContain('amina');
	});

	test('is answered once, by who answers for the organisation, and measured again', async () => {
		await giveAdvice(ctx, as('amina'), here, advice());
		const [{ id } = { id: '' }] = await done();
		for (const actor of [visitor, as('amina'), as('els'), as('wil'), as('joost', 'link')])
			await expect(answerAdvice(ctx, actor, here, answer(id))).rejects.toThrow('hide');
		await answerAdvice(ctx, as('joost'), here, answer(id));
		expect(await done()).toMatchObject([{ late: false, answer: { measuredIn: '2027-Q1' } }]);
		await expect(answerAdvice(ctx, as('joost'), here, answer(id))).rejects.toThrow('deny');
	});

	test('of another organisation is not there', async () => {
		await giveAdvice(ctx, as('els'), elsewhere, advice());
		const [{ id } = { id: '' }] = (await getDone(ctx, elsewhere)).advices;
		await expect(answerAdvice(ctx, as('joost'), here, answer(id))).rejects.toThrow('hide');
		expect(await done()).toEqual([]);
		await expect(getDone(ctx, 'nergens' as OrganisationId)).rejects.toThrow('hide');
	});

	test('names nobody: marked words are changed, or looked at by the writer, in each text', async () => {
		const give = (more: Record<string, string>) => giveAdvice(ctx, as('amina'), here, advice(more));
		const marked = { finding: 'Samira uit Kanarieveen komt op maandag.' };
		await expect(give(marked)).rejects.toMatchObject({ errors: { finding: 'council.marks' } });
		await expect(give({ ...marked, sure: 'Samira' })).rejects.toThrow();
		expect(await done()).toEqual([]);
		await give({ ...marked, sure: 'Samira|Kanarieveen|maandag' });
		const [{ id } = { id: '' }] = await done();
		const named = { ...answer(id), chosenWith: 'Met Noor.' };
		await expect(answerAdvice(ctx, as('joost'), here, named)).rejects.toMatchObject({
			errors: { chosenWith: 'council.marks' }
		});
		expect(await done()).toMatchObject([{ answer: null }]);
	});

	test('asks for a day to come', async () => {
		await expect(
			giveAdvice(ctx, as('amina'), here, advice({ askedBy: '2026-11-22' }))
		).rejects.toMatchObject({ errors: { askedBy: 'council.dayPast' } });
		expect(await done()).toEqual([]);
	});

	test.each([
		['2026-12-31', null, '2026-12-31', false],
		['2026-12-31', null, '2027-01-01', true],
		['2026-12-31', '2026-12-31', '2027-03-01', false],
		['2026-12-31', '2027-01-01', '2027-03-01', true]
	] as const)('asked for %s, answered %s, on %s: late is %s', (by, on, today, late) => {
		expect(isLate(by as never, on as never, today as never)).toBe(late);
	});
});
