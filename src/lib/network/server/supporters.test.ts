import { expect, test } from 'vitest';
import { listConsents } from '#lib/consent/server/support.queries.ts';
import { EndSupportInput, ShareInput } from '#lib/consent/model.ts';
import { startSharing } from '#lib/consent/server/commands.ts';
import { listSharing } from '#lib/consent/server/queries.ts';
import { stopSupport } from '#lib/consent/server/support.commands.ts';
import { PORTAL_SOURCE, type FamilyId } from '#lib/family/model.ts';
import { listMyFamilies, loadFamily } from '#lib/family/server/queries.ts';
import { getHomePage } from '#lib/home/server/queries.ts';
import { importMessage } from '#lib/imports/server/commands.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import { loadConsent } from '#lib/consent/server/queries.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { anAccount, mailSent } from '../../../../tests/support/accounts.ts';
import { aMessage, changed, dump } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId, TODAY } from '../../../../tests/support/facts.ts';
import { SupporterInput } from '../supporter.ts';
import { bringSupporter } from './supporters.commands.ts';
import { getSupportersPage, networkDoors } from './supporters.queries.ts';

const spec: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Yara', relation: 'kind', born: day('2009-06-01') },
		{ id: 'Noor', relation: 'kind', born: day('2013-06-01') },
		{ id: 'Milan', relation: 'kind', born: day('2019-01-01') },
		{
			id: 'moeder',
			relation: 'ouder',
			gezagOver: { Yara: 'tweehoofdig', Noor: 'tweehoofdig', Milan: 'tweehoofdig' }
		},
		{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'tweehoofdig' } },
		{ id: 'exman', relation: 'ouder' },
		{ id: 'tante', relation: 'netwerk' },
		{ id: 'werker', relation: 'professional' }
	],
	regisseurs: [{ id: 'Anna' }],
	goals: [
		{ words: 'doel van Yara', children: ['Yara'] },
		{ words: 'doel van Noor', children: ['Noor'] },
		{ words: 'doel van Milan', children: ['Milan'] }
	]
};
const FAMILY = 'gezin' as FamilyId;
const uuid = () => crypto.randomUUID();
const fields = {
	...{ givenName: 'Ria', familyName: 'Visser', email: 'ria@voorbeeld.nl' },
	...{ kind: 'naaste', 'child-Noor': 'on', 'child-Milan': 'on' }
};
const input = (more: Record<string, string> = {}) =>
	SupporterInput.parse({ key: uuid(), ...fields, ...more });
const known = { person: 'tante', givenName: '', familyName: '', email: '' };
const as = (who: string) => aPerson(personId(who), who === 'Anna' ? 'second-factor' : 'link');

async function world() {
	const { ctx, moveTo } = await aContext();
	await aFamilyInDatabase(ctx, spec);
	const supports = () => ctx.db.read.select().from(tables.support);
	const log = () => ctx.db.read.select().from(tables.auditEntry);
	const bring = (who: string, more?: Record<string, string>) =>
		bringSupporter(ctx, as(who), FAMILY, input(more), 'nl');
	const ria = async () => (await supports()).at(-1)?.supporterId ?? ('' as PersonId);
	const goals = async (who: string) => {
		const { goals: found } = await getPlanPage(ctx, as(who), FAMILY);
		return found.nu.map(({ ownWords }) => ownWords);
	};
	const stop = async (who: string, nth = 0) =>
		stopSupport(
			ctx,
			as(who),
			EndSupportInput.parse({ key: uuid(), family: FAMILY, support: (await supports())[nth]?.id })
		);
	return { ctx, moveTo, supports, log, bring, ria, goals, stop };
}

test('a mother brings somebody new along: a mail, a code once, and the plan below 16', async () => {
	const { ctx, bring, ria, goals, log } = await world();
	const brought = await bring('moeder', { why: 'Leest met mij mee', 'child-Yara': 'on' }).catch(
		(thrown: unknown) => thrown
	);
	// Of Yara, who is 17 and shares nothing, the mother has nothing to give.
	expect(brought).toBeInstanceOf(Denied);
	const shown = await bring('moeder', { why: 'Leest met mij mee' });
	expect(shown).toMatchObject({
		name: 'Ria',
		personalCode: expect.stringMatching(/^\w{6}$/) as string
	});
	const [mail] = await mailSent(ctx);
	expect(mail?.to).toBe('ria@voorbeeld.nl');
	expect(mail?.text).not.toMatch(/Noor|Milan|moeder|Ria/);
	const supporter = await ria();
	expect(await goals(supporter)).toEqual(['doel van Noor', 'doel van Milan']);
	expect(await listMyFamilies(ctx, as(supporter))).toEqual([FAMILY]);
	const rows = await log();
	expect(rows.map(({ ability, relation }) => `${ability} ${relation}`)).toEqual([
		'support.start ouder',
		'plan.read steun'
	]);
	const [person] = (await ctx.db.read.select().from(tables.person)).filter(
		({ id }) => id === supporter
	);
	expect(person).toMatchObject({ source: PORTAL_SOURCE, birthDate: null, language: 'nl' });
});

test('the mother stops: the next request finds nothing, the invitation is dead, the mail stays here', async () => {
	const { ctx, bring, ria, goals, stop, supports } = await world();
	await bring('moeder');
	const supporter = await ria();
	expect(await goals(supporter)).toHaveLength(2);
	await stop('moeder');
	await expect(goals(supporter)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
	expect(await listMyFamilies(ctx, as(supporter))).toEqual([]);
	expect(await mailSent(ctx)).toEqual([]);
	expect(await supports()).toMatchObject([{ endedAt: ctx.now() }]);
	await stop('moeder');
	expect(await supports()).toHaveLength(1);
});

test('what the parent loses, the supporter loses at once', async () => {
	const { ctx, bring, ria, goals } = await world();
	await bring('moeder');
	const supporter = await ria();
	await ctx.db.write((tx) => tx.update(tables.gezag).set({ kind: 'niet_te_bepalen' }));
	await expect(goals(supporter)).rejects.toBeInstanceOf(Denied);
	await ctx.db.write((tx) => tx.update(tables.gezag).set({ kind: 'tweehoofdig' }));
	expect(await goals(supporter)).toHaveLength(2);
	await ctx.db.write((tx) =>
		tx.insert(tables.restriction).values({
			...{ id: 'beperking' as never, familyId: FAMILY, childId: personId('Noor') },
			...{ parentId: personId('moeder'), reason: 'veiligheid', from: day('2026-11-01') },
			...{ professionalId: personId('Anna'), secondProfessionalId: personId('werker') },
			until: day('2027-01-01')
		})
	);
	expect(await goals(supporter)).toEqual(['doel van Milan']);
});

test('a day until when ends it by itself', async () => {
	const { ctx, bring, ria, goals, moveTo } = await world();
	await bring('moeder', { until: '2026-11-24' });
	const supporter = await ria();
	moveTo('2026-11-23T22:59:00Z');
	expect(await goals(supporter)).toHaveLength(2);
	moveTo('2026-11-23T23:00:00Z');
	await expect(goals(supporter)).rejects.toBeInstanceOf(Denied);
	expect(await listMyFamilies(ctx, as(supporter))).toEqual([]);
	expect(await listConsents(ctx, as('moeder'))).toMatchObject([{ ended: '2026-11-24' }]);
});

test('somebody of the own network reads along without a second account', async () => {
	const { ctx, bring, goals, stop, log } = await world();
	const shown = await bring('moeder', { ...known, kind: 'clientondersteuner' });
	expect(shown).toEqual({ name: 'tante', personalCode: null });
	expect(await goals('tante')).toEqual(['doel van Noor', 'doel van Milan']);
	await getHomePage(ctx, as('tante'));
	expect((await log()).map(({ ability }) => ability)).toEqual([
		'support.start',
		'plan.read',
		'plan.read'
	]);
	await stop('moeder');
	await expect(goals('tante')).rejects.toBeInstanceOf(Denied);
	// The case system said that she takes part: that is not the parent's to end.
	expect(await listMyFamilies(ctx, as('tante'))).toEqual([FAMILY]);
});

test('the same address again is the same person, and no second account', async () => {
	const { bring, stop, supports, goals } = await world();
	await bring('moeder');
	await stop('moeder');
	const again = await bring('moeder', { email: 'RIA@voorbeeld.nl' });
	expect(again?.personalCode).toMatch(/^\w{6}$/);
	const [first, second] = await supports();
	expect(second?.supporterId).toBe(first?.supporterId);
	expect(await goals(second?.supporterId ?? '')).toHaveLength(2);
	// Another parent does not learn that the address is known.
	await bring('vader', { email: 'ria@voorbeeld.nl', 'child-Milan': '' }).catch(() => undefined);
	expect(await supports()).toHaveLength(2);
});

test.each([
	['a parent without gezag', 'exman', {}],
	['a father, about a half-sibling', 'vader', {}],
	['a child', 'Noor', {}],
	['a youth', 'Yara', {}],
	['an aunt', 'tante', {}],
	['the regisseur', 'Anna', {}],
	['a professional', 'werker', {}],
	['a stranger', 'niemand', {}],
	['a mother, with a professional', 'moeder', { ...known, person: 'werker' }],
	['a mother, with a parent', 'moeder', { ...known, person: 'exman' }],
	['a mother, with a child', 'moeder', { ...known, person: 'Yara' }],
	['a mother, with somebody of elsewhere', 'moeder', { ...known, person: 'elders' }]
])('%s brings nobody along', async (_, who, more) => {
	const { ctx, bring } = await world();
	const before = await dump(ctx.db);
	await expect(bring(who, more)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
	expect(await dump(ctx.db)).toBe(before);
});

test('who reads along brings nobody along, writes nothing, and does not open the page', async () => {
	const { ctx, bring, ria } = await world();
	await bring('moeder');
	const supporter = await ria();
	await expect(bring(supporter)).rejects.toBeInstanceOf(Denied);
	await expect(getSupportersPage(ctx, as(supporter), FAMILY)).rejects.toBeInstanceOf(Denied);
	expect(await networkDoors(ctx, as(supporter), FAMILY)).toEqual({
		network: false,
		supporters: false
	});
	const home = await getHomePage(ctx, as(supporter));
	expect([home.card, home.knowsRegisseur, home.closed]).toEqual([null, false, null]);
});

test.each<[string, Record<string, string>, Record<string, string>]>([
	[
		'no name',
		{ givenName: '', familyName: '' },
		{ givenName: 'support.nameEmpty', familyName: 'support.nameEmpty' }
	],
	['a wrong address', { email: 'ria@voorbeeld' }, { email: 'fout.email' }],
	['a day that is over', { until: '2026-11-22' }, { until: 'support.untilPast' }]
])('a form with %s is told, and changes nothing', async (_, more, errors) => {
	const { ctx, bring } = await world();
	const before = await dump(ctx.db);
	const problem: unknown = await bring('moeder', more).catch((thrown: unknown) => thrown);
	expect(problem).toBeInstanceOf(Refused);
	expect(problem).toMatchObject({ errors });
	expect(await dump(ctx.db)).toBe(before);
});

test('without a child, twice the same person, or more than five at once is refused', async () => {
	const { ctx, bring, supports } = await world();
	const none = SupporterInput.parse({ ...fields, key: uuid(), until: '' });
	delete none['child-Noor'];
	delete none['child-Milan'];
	await expect(bringSupporter(ctx, as('moeder'), FAMILY, none, 'nl')).rejects.toMatchObject({
		errors: { children: 'support.childrenEmpty' }
	});
	for (const nth of [1, 2, 3, 4]) await bring('moeder', { email: `${nth}@voorbeeld.nl` });
	await expect(bring('moeder', { email: '1@voorbeeld.nl' })).rejects.toMatchObject({
		errors: { email: 'support.already' }
	});
	await bring('moeder', known);
	await expect(bring('moeder')).rejects.toMatchObject({ errors: { person: 'support.tooMany' } });
	expect(await supports()).toHaveLength(5);
});

test('a parent with one child to show needs no choice', async () => {
	const { bring, supports } = await world();
	const one = SupporterInput.parse({ ...fields, key: uuid() });
	await bring('vader', { 'child-Milan': '' }).catch(() => undefined);
	expect(await supports()).toEqual([]);
	delete one['child-Noor'];
	delete one['child-Milan'];
	const { ctx, supports: rows } = await world();
	await bringSupporter(ctx, as('vader'), FAMILY, one, 'nl');
	expect(await rows()).toMatchObject([{ children: ['Noor'] }]);
});

test('a double tap brings one person along, with one invitation', async () => {
	const { ctx, supports } = await world();
	const once = input();
	const shown = await Promise.all(
		[1, 2, 3].map(() => bringSupporter(ctx, as('moeder'), FAMILY, once, 'nl'))
	);
	expect(shown.filter((one) => one?.personalCode)).toHaveLength(1);
	expect(await supports()).toHaveLength(1);
	expect(await mailSent(ctx)).toHaveLength(1);
	expect(await ctx.db.read.select().from(tables.formReceipt)).toMatchObject([{ answer: '' }]);
});

test('nobody but the parent stops it', async () => {
	const { ctx, bring, ria, stop } = await world();
	await bring('moeder');
	const before = await dump(ctx.db);
	for (const who of ['vader', 'exman', 'tante', 'Anna', 'niemand', await ria()])
		await expect(stop(who)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
	expect(await dump(ctx.db)).toBe(before);
});

test('also a parent who lost sight of the plan stops it', async () => {
	const { ctx, bring, stop, supports } = await world();
	await bring('moeder');
	await ctx.db.write((tx) => tx.delete(tables.gezag));
	await stop('moeder');
	expect(await supports()).toMatchObject([{ endedAt: ctx.now() }]);
});

test('one household never learns who reads along in the other', async () => {
	const { ctx, bring, ria } = await world();
	await bring('moeder');
	const supporter = await ria();
	await ctx.db.write(async (tx) => {
		const id = 'huis' as never;
		await tx.insert(tables.household).values({ id, familyId: FAMILY, addressHidden: false });
		for (const who of ['moeder', 'Noor'])
			await tx.insert(tables.householdMember).values({ householdId: id, personId: personId(who) });
	});
	const family = await loadFamily(ctx.db.read, FAMILY, TODAY);
	const consent = await loadConsent(ctx.db.read, FAMILY);
	if (!family) throw new Error('no family');
	const names = (who: string) => {
		const actor = as(who);
		if (actor.kind !== 'person') throw new Error('nobody');
		return viewerOf(actor, { family, consent }).named(supporter)?.name ?? null;
	};
	const told = Object.fromEntries(
		['moeder', 'Noor', 'Anna', supporter, 'vader', 'Yara', 'tante', 'exman'].map((who) => [
			who === supporter ? 'self' : who,
			names(who)
		])
	);
	expect(told).toEqual({
		...{ moeder: 'Ria', Noor: 'Ria', Anna: 'Ria', self: 'Ria' },
		...{ vader: null, Yara: null, tante: null, exman: null }
	});
	// Yara lives elsewhere: she is not offered to share with somebody whom she may not know of.
	const [sharing] = await listSharing(ctx, as('Yara'));
	expect(sharing?.people.map(({ person }) => person.name)).not.toContain('Ria');
	const share = ShareInput.parse({ key: uuid(), family: FAMILY, with: supporter });
	await expect(startSharing(ctx, as('Yara'), share)).rejects.toBeInstanceOf(Denied);
	// At home with her mother she is; and it opens only what her mother may see too.
	await ctx.db.write((tx) =>
		tx
			.insert(tables.householdMember)
			.values({ householdId: 'huis' as never, personId: personId('Yara') })
	);
	await startSharing(ctx, as('Yara'), { ...share, key: uuid() });
	const view = await getPlanPage(ctx, as(supporter), FAMILY);
	expect(view.children.map(({ person }) => person.name)).toEqual(['Noor', 'Milan']);
});

test('who sees what of me: what holds first, then what ended, with its day', async () => {
	const { ctx, bring, stop, moveTo } = await world();
	await bring('moeder', { why: 'Leest met mij mee' });
	moveTo('2026-11-25T12:00:00Z');
	await bring('moeder', { ...known, until: '2027-01-01' });
	await stop('moeder');
	expect(await listConsents(ctx, as('moeder'))).toMatchObject([
		{ name: 'tante', since: '2026-11-25', until: '2027-01-01', ended: null },
		{
			what: { is: 'support', kind: 'naaste', children: ['Noor', 'Milan'] },
			...{ name: 'Ria', why: 'Leest met mij mee', since: '2026-11-22', ended: '2026-11-25' }
		}
	]);
	const share = { key: uuid(), family: FAMILY, with: 'tante', why: 'Zij helpt mij' };
	await startSharing(ctx, as('Yara'), ShareInput.parse(share));
	expect(await listConsents(ctx, as('Yara'))).toMatchObject([
		{ what: { is: 'own-part', withId: 'tante' }, why: 'Zij helpt mij', ended: null }
	]);
	for (const who of ['tante', 'vader', 'Anna'])
		expect(await listConsents(ctx, as(who))).toEqual([]);
});

test('no case message can name, change or take over somebody whom a parent brought along', async () => {
	const { ctx } = await aContext();
	const machine = { kind: 'machine', source: 'team' as never } as const;
	expect((await importMessage(ctx, machine, aMessage())).state).toBe('taken-in');
	const mother = as('mother');
	const family = 'family' as FamilyId;
	const form = input({ 'child-child': 'on' });
	delete form['child-Noor'];
	delete form['child-Milan'];
	await bringSupporter(ctx, mother, family, form, 'nl');
	const [row] = await ctx.db.read.select().from(tables.support);
	const later = { messageId: 'message-2', sentAt: '2026-11-21T12:00:00+01:00' };
	const naming = changed({ ...aMessage(), ...later }, 'families[0].people[3].id', row?.supporterId);
	const before = await dump(ctx.db);
	expect(await importMessage(ctx, machine, naming)).toMatchObject({
		state: 'refused',
		problems: [{ path: 'families[0].people[3].id', key: 'otherSource' }]
	});
	expect(await dump(ctx.db)).toBe(before);
	// And no organisation can have the portal's own name.
	const posing = changed({ ...aMessage(), ...later }, 'source', PORTAL_SOURCE);
	const poser = { kind: 'machine', source: PORTAL_SOURCE } as const;
	expect(await importMessage(ctx, poser, posing)).toMatchObject({ state: 'refused' });
	// The family's next message leaves the supporter as they were.
	expect((await importMessage(ctx, machine, { ...aMessage(), ...later })).state).toBe('taken-in');
	expect(await getPlanPage(ctx, as(row?.supporterId ?? ''), family)).toBeTruthy();
	expect(await anAccount(ctx, 'los')).toBe('los');
});
