import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { RegionId } from '#lib/family/model.ts';
import {
	appointAdministrator,
	dismissAdministrator
} from '#lib/identity/server/administrators.commands.ts';
import type { Actor, Assurance } from '#lib/kernel/actor.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { region } from '#lib/server/db/schema/family.ts';
import { regionalHelp, regionalHelpChange } from '#lib/server/db/schema/rights.ts';
import { aProfessional, anAccount, machine } from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { isPhone, isSite } from '../contact.rules.ts';
import { AddRegionalHelp } from '../regional-help.model.ts';
import {
	addRegionalHelp,
	changeRegionalHelp,
	confirmRegionalHelp,
	removeRegionalHelp,
	takeInRegionalHelp
} from './regional-help.commands.ts';
import {
	getHelp,
	getRegionalHelp,
	getRegionalHelpDesk,
	listOwnRegions,
	regionalHelpVersion
} from './regional-help.queries.ts';

const here = 'region' as RegionId;
const elsewhere = 'elsewhere' as RegionId;
const ALL = { personId: 'wil' as PersonId, regionId: here, until: null };

const as = (id: PersonId, assurance: Assurance = 'second-factor'): Actor => ({
	kind: 'person',
	id,
	assurance
});

async function aRegion() {
	const { ctx, moveTo } = await aContext();
	const wil = await aProfessional(ctx, 'wil');
	await ctx.db.write((tx) =>
		tx.insert(region).values({ id: elsewhere, name: 'Elders', regisseurWord: 'regisseur' })
	);
	await appointAdministrator(ctx, machine as Actor, ALL);
	return { ctx, moveTo, wil };
}

const FIELDS = {
	kind: 'lokaal_team',
	name: 'Wijkteam',
	words: 'Helpt gezinnen.',
	phone: '010 000 0001',
	site: 'https://wijkteam.example.org/',
	hours: '',
	checkedOn: '2026-11-20'
};
const input = (more: Partial<typeof FIELDS> = {}) =>
	AddRegionalHelp.parse({ key: crypto.randomUUID(), form: 'new', ...FIELDS, ...more });
const act = (help: string) => ({ key: crypto.randomUUID(), help: help as never });

const entries = (ctx: Ctx) => ctx.db.read.select().from(regionalHelp);
const changes = (ctx: Ctx) => ctx.db.read.select().from(regionalHelpChange);

describe('the help of a region', () => {
	test('is written by its administrator and read by everybody, with the day', async () => {
		const { ctx, wil } = await aRegion();
		await addRegionalHelp(ctx, as(wil), here, input());
		const view = await getRegionalHelp(ctx, visitor, here);
		expect(view.mayEdit).toBe(false);
		expect(view.groups).toMatchObject([
			{ kind: 'lokaal_team', entries: [{ site: 'wijkteam.example.org', checkedOn: '2026-11-20' }] }
		]);
		expect((await getRegionalHelp(ctx, as(wil), here)).mayEdit).toBe(true);
		expect((await getRegionalHelp(ctx, visitor, elsewhere)).groups).toEqual([]);
		await expect(getRegionalHelp(ctx, visitor, 'nergens' as RegionId)).rejects.toThrow('hide');
	});

	test('keeps before and after of every change, and who made it', async () => {
		const { ctx, wil } = await aRegion();
		await addRegionalHelp(ctx, as(wil), here, input());
		const [entry] = await entries(ctx);
		const help = entry?.id as never;
		await changeRegionalHelp(ctx, as(wil), here, { ...input({ phone: '010 000 0002' }), help });
		await confirmRegionalHelp(ctx, as(wil), here, act(help));
		await removeRegionalHelp(ctx, as(wil), here, act(help));
		expect(await entries(ctx)).toEqual([]);
		const desk = await getRegionalHelpDesk(ctx, as(wil), here);
		expect(desk.changes).toMatchObject([
			{ before: { checkedOn: '2026-11-22' }, after: null },
			{ before: { checkedOn: '2026-11-20' }, after: { checkedOn: '2026-11-22' } },
			{ before: { phone: '010 000 0001' }, after: { phone: '010 000 0002' } },
			{ before: null, after: { name: 'Wijkteam' }, by: 'wil Bakker', day: '2026-11-22' }
		]);
		expect((await changes(ctx)).map(({ relation }) => relation)).toEqual(
			Array.from({ length: 4 }, () => 'beheerder')
		);
	});

	test.each([
		["UPDATE regional_help_change SET by_id = 'ander'"],
		['DELETE FROM regional_help_change'],
		['INSERT OR REPLACE INTO regional_help_change SELECT * FROM regional_help_change']
	])('its history is not changed: %s', async (statement) => {
		const { ctx, wil } = await aRegion();
		await addRegionalHelp(ctx, as(wil), here, input());
		await expect(ctx.db.write((tx) => tx.run(sql.raw(statement)))).rejects.toThrow();
		expect(await changes(ctx)).toMatchObject([{ byId: 'wil' }]);
	});

	test('has a version that grows with every change, and stays when nothing changes', async () => {
		const { ctx, wil } = await aRegion();
		expect(await regionalHelpVersion(ctx.db.read)).toBe(0);
		const form = input();
		await addRegionalHelp(ctx, as(wil), here, form);
		await addRegionalHelp(ctx, as(wil), here, form);
		expect(await entries(ctx)).toHaveLength(1);
		expect(await regionalHelpVersion(ctx.db.read)).toBe(1);
		await expect(
			changeRegionalHelp(ctx, as(wil), here, {
				...input(),
				help: (await entries(ctx))[0]?.id as never
			})
		).rejects.toThrow();
		expect(await regionalHelpVersion(ctx.db.read)).toBe(1);
	});

	test.each<[string, Partial<typeof FIELDS>, string]>([
		['a day to come', { checkedOn: '2026-11-23' }, 'checkedOn'],
		['no way to reach it', { phone: '', site: '' }, 'phone']
	])('%s is refused beside its field, and nothing is written', async (_, more, field) => {
		const { ctx, wil } = await aRegion();
		await expect(addRegionalHelp(ctx, as(wil), here, input(more))).rejects.toMatchObject({
			errors: { [field]: expect.any(String) as string }
		});
		expect(await changes(ctx)).toEqual([]);
	});

	test('of another region, nobody who keeps this one reads the history or changes a thing', async () => {
		const { ctx, wil } = await aRegion();
		await addRegionalHelp(ctx, as(wil), here, input());
		const [entry] = await entries(ctx);
		const help = entry?.id as never;
		const els = await aProfessional(ctx, 'els');
		const anna = await anAccount(ctx, 'anna');
		const others: [string, Actor, RegionId][] = [
			['a visitor', visitor, here],
			['a parent', as(anna, 'link'), here],
			['a colleague', as(els), here],
			['the administrator without a second factor', as(wil, 'link'), here],
			['the administrator, elsewhere', as(wil), elsewhere],
			['the administrator, nowhere', as(wil), 'nergens' as RegionId]
		];
		for (const [who, actor, id] of others) {
			await expect(getRegionalHelpDesk(ctx, actor, id), who).rejects.toThrow('hide');
			await expect(addRegionalHelp(ctx, actor, id, input()), who).rejects.toThrow('hide');
			await expect(
				changeRegionalHelp(ctx, actor, id, { ...input({ name: 'Weg' }), help }),
				who
			).rejects.toThrow('hide');
			await expect(confirmRegionalHelp(ctx, actor, id, act(help)), who).rejects.toThrow('hide');
			await expect(removeRegionalHelp(ctx, actor, id, act(help)), who).rejects.toThrow('hide');
		}
		await expect(listOwnRegions(ctx, as(els))).rejects.toThrow('hide');
		await expect(listOwnRegions(ctx, visitor)).rejects.toThrow('hide');
		expect(await listOwnRegions(ctx, as(wil))).toEqual([{ id: here, name: 'Regio' }]);
		expect(await changes(ctx)).toHaveLength(1);
	});
});

describe('an administrator', () => {
	test('is one from the day on which it begins until the day on which it ends', async () => {
		const { ctx, moveTo, wil } = await aRegion();
		expect(await dismissAdministrator(ctx, machine as Actor, ALL)).toBe(true);
		expect(await dismissAdministrator(ctx, machine as Actor, ALL)).toBe(false);
		await expect(getRegionalHelpDesk(ctx, as(wil), here)).rejects.toThrow('hide');
		const until = day('2026-11-24');
		await appointAdministrator(ctx, machine as Actor, { ...ALL, until });
		moveTo('2026-11-23T22:59:00Z');
		expect((await getRegionalHelpDesk(ctx, as(wil), here)).entries).toEqual([]);
		moveTo('2026-11-23T23:00:00Z');
		await expect(getRegionalHelpDesk(ctx, as(wil), here)).rejects.toThrow('hide');
	});

	test.each<[string, Actor, Partial<typeof ALL>]>([
		['of another region', machine as Actor, { regionId: elsewhere }],
		['who is no professional', machine as Actor, { personId: 'anna' as PersonId }],
		['who is not there', machine as Actor, { personId: 'niemand' as PersonId }],
		['named by a person', as('wil' as PersonId), {}],
		['named by another organisation', { kind: 'machine', source: 'ander' as never }, {}]
	])('%s is refused', async (_, actor, more) => {
		const { ctx } = await aRegion();
		await anAccount(ctx, 'anna');
		await expect(appointAdministrator(ctx, actor, { ...ALL, ...more })).rejects.toThrow('hide');
	});
});

test('a file is taken in once: what was changed or taken away here stays so', async () => {
	const { ctx, wil } = await aRegion();
	const { key: _key, form: _form, ...help } = input();
	const file = [{ ...help, id: 'team' as never }];
	expect(await takeInRegionalHelp(ctx, machine as Actor, here, file)).toBe(1);
	expect(await takeInRegionalHelp(ctx, machine as Actor, here, file)).toBe(0);
	await removeRegionalHelp(ctx, as(wil), here, act('team'));
	expect(await takeInRegionalHelp(ctx, machine as Actor, here, file)).toBe(0);
	expect(await entries(ctx)).toEqual([]);
	await expect(takeInRegionalHelp(ctx, machine as Actor, elsewhere, file)).rejects.toThrow('hide');
});

test('the page with help speaks to a child when a child reads it, and stays without a database', async () => {
	const { ctx, wil } = await aRegion();
	const first = async (actor: Actor, youth = false) =>
		(await getHelp(ctx, actor, { youth })).lines[1]?.id;
	expect(await first(visitor)).toBe('veiligThuis');
	expect(await first(visitor, true)).toBe('kindertelefoon');
	expect(await first(as(wil))).toBe('veiligThuis');
	await ctx.db.write((tx) =>
		tx.run(sql`UPDATE person SET birth_date = '2012-01-01' WHERE id = 'wil'`)
	);
	expect(await first(as(wil, 'link'))).toBe('kindertelefoon');
	const broken: Ctx = { ...ctx, db: { ...ctx.db, read: null as never } };
	expect(await getHelp(broken, visitor, { youth: false })).toMatchObject({
		child: false,
		regions: []
	});
});

test.each([
	['112', true],
	['0800-2000', true],
	['0900-0101', true],
	['088-555 1000', true],
	['010 000 0001', true],
	['06 0000 0011', true],
	['(070) 000 00 01', true],
	['14 010', true],
	['+31 10 000 0001', true],
	['010 000 000', false],
	['010 000 00001', false],
	['1234', false],
	['bel ons', false],
	['010 000 0001 of 2', false],
	['', false]
])('a number with the shape of one: %s %s', (text, fits) => {
	expect(isPhone(text)).toBe(fits);
});

test.each([
	['hulp.example.org', true],
	['hulp.example.org/gezin', true],
	['hulp', false],
	['javascript:alert(1)', false],
	['hulp.example.org@kwaad.example', false],
	['kwaad.example"><b>', false]
])('a site with the shape of one: %s %s', (text, fits) => {
	expect(isSite(text)).toBe(fits);
});
