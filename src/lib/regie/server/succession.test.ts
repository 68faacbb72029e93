import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { AssignmentId, FamilyId } from '#lib/family/model.ts';
import { getRegisseurPage, listCaseload } from '#lib/family/server/queries.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { account } from '#lib/server/db/schema/identity.ts';
import { auditEntry, gezag, outbox, regisseurAssignment } from '#lib/server/db/schema/index.ts';
import type { Mail } from '#lib/server/mail.ts';
import { Refused } from '#lib/server/refused.ts';
import { dump } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import {
	AnswerSuccession,
	AskSuccessor,
	EndStandIn,
	SetStandIn,
	WithdrawSuccession
} from '../succession.model.ts';
import { regieSenders } from './senders.ts';
import {
	answerSuccession,
	askSuccessor,
	endStandIn,
	nameStandIn,
	withdrawSuccession
} from './succession.commands.ts';
import { getAssignmentPage, listAskedOfMe } from './succession.queries.ts';

const FAMILY = 'gezin' as FamilyId;
const OTHER = 'buren' as FamilyId;
const base: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Sam', relation: 'kind', born: day('2016-01-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Sam: 'eenhoofdig' } },
		{ id: 'vader', relation: 'ouder' }
	],
	regisseurs: [
		{ id: 'Eerder', until: day('2025-01-01') },
		{ id: 'Anna', from: day('2025-01-01') }
	]
};
const staff = (id: string) => aPerson(personId(id), 'second-factor');
const mother = aPerson(personId('moeder'));
const key = () => crypto.randomUUID();

async function world() {
	const given = await aContext();
	const { ctx } = given;
	await aFamilyInDatabase(ctx, base);
	await aFamilyInDatabase(ctx, {
		id: 'buren',
		people: [{ id: 'Kim', relation: 'kind', born: day('2016-01-01') }],
		regisseurs: [{ id: 'Anna', standIn: 'Bea', standInFrom: day('2027-01-01') }]
	});
	await aFamilyInDatabase(ctx, {
		id: 'elders',
		people: [{ id: 'Lot', relation: 'kind', born: day('2016-01-01') }],
		regisseurs: [{ id: 'Carla', standIn: 'Anna', standInFrom: day('2026-11-01') }]
	});
	const ask = (who: string, over: Record<string, string> = {}) =>
		askSuccessor(
			ctx,
			staff(who),
			FAMILY,
			AskSuccessor.parse({
				...{ key: key(), to: 'Bea', from: '2026-12-01', reason: 'Anna heeft ander werk.' },
				...over
			})
		);
	const answer = (who: string, succession: string, says = 'ja', formKey = key()) =>
		answerSuccession(ctx, staff(who), AnswerSuccession.parse({ key: formKey, succession, says }));
	const withdraw = (who: string, succession: string) =>
		withdrawSuccession(ctx, staff(who), WithdrawSuccession.parse({ key: key(), succession }));
	const standIn = (who: string, over: Record<string, string> = {}) =>
		nameStandIn(
			ctx,
			staff(who),
			FAMILY,
			SetStandIn.parse({
				...{ key: key(), standIn: 'Bea', standInFrom: '2026-11-22', standInUntil: '2026-11-29' },
				...over
			})
		);
	/** Nothing changed in any table while `act` was refused. */
	const refused = async (act: () => Promise<unknown>, how: typeof Denied | typeof Refused) => {
		const before = await dump(ctx.db);
		await expect(act()).rejects.toBeInstanceOf(how);
		expect(await dump(ctx.db)).toEqual(before);
	};
	const card = async () => (await getRegisseurPage(ctx, mother, FAMILY)).card;
	return { ...given, ask, answer, withdraw, standIn, refused, card };
}

describe('another regisseur', () => {
	test('a yes shows the family who comes and why, before it holds; then the rights go over', async () => {
		const { ctx, moveTo, ask, answer, card } = await world();
		const succession = await ask('Anna');
		expect((await card())?.coming).toBeNull();
		expect(await listAskedOfMe(ctx, staff('Bea'))).toEqual([
			{
				...{ id: succession, by: 'Anna Achternaam', familyName: 'Achternaam' },
				...{ from: '2026-12-01', reason: 'Anna heeft ander werk.' }
			}
		]);
		await answer('Bea', succession);
		expect(await listAskedOfMe(ctx, staff('Bea'))).toEqual([]);
		expect(await card()).toMatchObject({
			name: 'Anna Achternaam',
			coming: { name: 'Bea Achternaam', from: '2026-12-01', reason: 'Anna heeft ander werk.' }
		});
		expect((await getAssignmentPage(ctx, staff('Anna'), FAMILY)).coming?.name).toBe(
			'Bea Achternaam'
		);
		// Nothing changes before the day, in either hand.
		moveTo('2026-11-30T22:59:00Z');
		expect(await listCaseload(ctx, staff('Anna'))).toContain(FAMILY);
		await expect(getPlanPage(ctx, staff('Bea'), FAMILY)).rejects.toBeInstanceOf(Denied);
		// Midnight in the Netherlands: the same session of Anna's sees nothing any more.
		moveTo('2026-11-30T23:00:00Z');
		expect(await listCaseload(ctx, staff('Anna'))).not.toContain(FAMILY);
		await expect(getPlanPage(ctx, staff('Anna'), FAMILY)).rejects.toBeInstanceOf(Denied);
		await expect(getAssignmentPage(ctx, staff('Anna'), FAMILY)).rejects.toBeInstanceOf(Denied);
		expect((await getPlanPage(ctx, staff('Bea'), FAMILY)).familyId).toBe(FAMILY);
		const page = await getRegisseurPage(ctx, mother, FAMILY);
		expect([page.card?.name, page.reason, page.count]).toEqual([
			...['Bea Achternaam', 'Anna heeft ander werk.', 3]
		]);
		expect(page.earlier.map((one) => [one.name, one.until])).toEqual([
			['Anna Achternaam', '2026-12-01'],
			['Eerder Achternaam', '2025-01-01']
		]);
	});

	test('a no changes nothing but what the regisseur reads; then another can be asked', async () => {
		const { ctx, ask, answer, card } = await world();
		const before = await ctx.db.read.select().from(regisseurAssignment);
		await answer('Bea', await ask('Anna'), 'nee');
		expect(await ctx.db.read.select().from(regisseurAssignment)).toEqual(before);
		expect(await ctx.db.read.select().from(outbox)).toEqual([]);
		expect((await card())?.coming).toBeNull();
		const page = () => getAssignmentPage(ctx, staff('Anna'), FAMILY);
		expect((await page()).refused).toEqual({ name: 'Bea Achternaam', why: 'declined' });
		await ask('Anna', { to: 'Carla' });
		expect(await page()).toMatchObject({ refused: null, asked: { name: 'Carla Achternaam' } });
	});

	test('taken back, it cannot be answered any more; and answered, not taken back', async () => {
		const { ask, answer, withdraw, refused } = await world();
		const first = await ask('Anna');
		await withdraw('Anna', first);
		await refused(() => answer('Bea', first), Denied);
		const second = await ask('Anna');
		await answer('Bea', second);
		await refused(() => withdraw('Anna', second), Denied);
		await refused(() => ask('Anna'), Refused);
	});

	test('only in a day that comes: not asked in the past, not answered too late', async () => {
		const { ctx, moveTo, ask, answer, refused } = await world();
		for (const from of ['2026-11-21', '2026-11-22', '2020-01-01'])
			await refused(() => ask('Anna', { from }), Refused);
		const succession = await ask('Anna', { from: '2026-11-23' });
		moveTo('2026-11-23T09:00:00Z');
		await refused(() => answer('Bea', succession), Denied);
		expect(await listAskedOfMe(ctx, staff('Bea'))).toEqual([]);
		const page = await getAssignmentPage(ctx, staff('Anna'), FAMILY);
		expect(page).toMatchObject({ asked: null, refused: { why: 'late' } });
		await ask('Anna');
	});

	test('nobody else asks, answers or takes back; and one question at a time', async () => {
		const { ctx, ask, answer, withdraw, refused, standIn } = await world();
		await standIn('Anna');
		for (const who of ['Bea', 'Carla', 'Eerder', 'moeder', 'vader', 'niemand'])
			await refused(() => ask(who, { to: 'Anna' }), Denied);
		const input = AskSuccessor.parse({ key: key(), to: 'Bea', from: '2026-12-01', reason: 'x' });
		await refused(() => askSuccessor(ctx, aPerson(personId('Anna')), FAMILY, input), Denied);
		for (const to of ['Anna', 'moeder', 'niemand'])
			await refused(() => ask('Anna', { to }), Refused);
		const succession = await ask('Anna');
		await refused(() => ask('Anna', { to: 'Carla' }), Refused);
		for (const who of ['Anna', 'Carla', 'Eerder', 'moeder'])
			await refused(() => answer(who, succession), Denied);
		await refused(
			() =>
				answerSuccession(
					ctx,
					aPerson(personId('Bea')),
					AnswerSuccession.parse({ key: key(), succession, says: 'ja' })
				),
			Denied
		);
		for (const who of ['Bea', 'Carla', 'moeder'])
			await refused(() => withdraw(who, succession), Denied);
		await refused(() => answer('Bea', 'nergens'), Denied);
	});

	test('the question of a regisseur who is that no longer cannot be answered', async () => {
		const { ctx, moveTo, ask, answer, refused } = await world();
		const old = await ask('Anna', { from: '2026-12-24' });
		await ctx.db.write(async (tx) => {
			await tx
				.update(regisseurAssignment)
				.set({ until: day('2026-12-01') })
				.where(eq(regisseurAssignment.from, day('2025-01-01')));
			await tx.insert(regisseurAssignment).values({
				...{ id: 'nieuw' as AssignmentId, familyId: FAMILY, personId: personId('Carla') },
				...{ from: day('2026-12-01'), until: null, reason: 'Uit het systeem.' }
			});
		});
		await refused(() => answer('Bea', old), Denied);
		moveTo('2026-12-02T12:00:00Z');
		await refused(() => answer('Bea', old), Denied);
	});

	test('the same form twice asks once and answers once', async () => {
		const { ctx, ask, answer } = await world();
		const formKey = key();
		const first = await ask('Anna', { key: formKey });
		expect(await ask('Anna', { key: formKey })).toBe(first);
		await answer('Bea', first, 'ja', formKey);
		const after = await ctx.db.read.select().from(regisseurAssignment);
		await answer('Bea', first, 'ja', formKey);
		expect(await ctx.db.read.select().from(regisseurAssignment)).toEqual(after);
	});

	test('each act is in the log, with the ability and the family', async () => {
		const { ctx, ask, answer } = await world();
		await answer('Bea', await ask('Anna'));
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.map((one) => [one.actorId, one.ability, one.familyId])).toEqual([
			['Anna', 'regisseur.arrange', FAMILY],
			['Bea', 'succession.answer', FAMILY]
		]);
	});
});

describe('the mail', () => {
	const withMail = async () => {
		const given = await world();
		await given.ctx.db.write(async (tx) => {
			for (const id of ['moeder', 'vader'])
				await tx.insert(account).values({
					...{ personId: personId(id), email: `${id}@example.org`, state: 'open' },
					createdAt: given.ctx.now()
				} as typeof account.$inferInsert);
		});
		const mails: Mail[] = [];
		const send = () => deliver(given.ctx, regieSenders, async (mail) => void mails.push(mail));
		await given.answer('Bea', await given.ask('Anna'));
		return { ...given, mails, send };
	};

	test('goes to who may know the regisseur, and says nothing of it', async () => {
		const { mails, send } = await withMail();
		await send();
		expect(mails.map((one) => one.to)).toEqual(['moeder@example.org']);
		expect(mails[0]?.subject).toBe('Er staat iets voor u klaar');
		expect(`${mails[0]?.subject} ${mails[0]?.text}`).not.toMatch(
			/regisseur|Anna|Bea\b|Sam|moeder|gezin|werk/i
		);
	});

	test('is asked again when it is sent', async () => {
		const { ctx, mails, send } = await withMail();
		await ctx.db.write((tx) => tx.delete(gezag));
		await send();
		expect(mails).toEqual([]);
	});
});

describe('a stand-in', () => {
	test('stands on the card on those days, and has the plan on those days', async () => {
		const { ctx, moveTo, standIn, card } = await world();
		await standIn('Anna', { standInFrom: '2026-11-23' });
		expect((await card())?.standIn).toBeNull();
		moveTo('2026-11-23T12:00:00Z');
		expect((await card())?.standIn).toMatchObject({ name: 'Bea Achternaam', until: '2026-11-30' });
		expect((await getPlanPage(ctx, staff('Bea'), FAMILY)).familyId).toBe(FAMILY);
		await expect(getAssignmentPage(ctx, staff('Bea'), FAMILY)).rejects.toBeInstanceOf(Denied);
		moveTo('2026-11-30T12:00:00Z');
		expect((await card())?.standIn).toBeNull();
		await expect(getPlanPage(ctx, staff('Bea'), FAMILY)).rejects.toBeInstanceOf(Denied);
	});

	test('for all own families, and none in which one stands in oneself', async () => {
		const { ctx, standIn } = await world();
		await standIn('Anna', { standIn: 'Eerder', everywhere: 'ja' });
		expect(await listCaseload(ctx, staff('Eerder'))).toEqual([OTHER, FAMILY]);
		expect(await listCaseload(ctx, staff('Anna'))).toEqual([OTHER, 'elders', FAMILY]);
	});

	test('ends the day the regisseur is back, and stays known', async () => {
		const { ctx, moveTo, standIn, card, refused } = await world();
		const back = (who: string) =>
			endStandIn(ctx, staff(who), FAMILY, EndStandIn.parse({ key: key() }));
		await standIn('Anna');
		moveTo('2026-11-24T12:00:00Z');
		for (const who of ['Bea', 'Carla', 'moeder', 'niemand']) await refused(() => back(who), Denied);
		await back('Anna');
		expect((await card())?.standIn).toBeNull();
		expect(await listCaseload(ctx, staff('Bea'))).toEqual([]);
		const page = await getAssignmentPage(ctx, staff('Anna'), FAMILY);
		expect(page.standIn).toBeNull();
		const rows = await ctx.db.read.select().from(regisseurAssignment);
		expect(rows.find((one) => one.familyId === FAMILY && one.standInId)).toMatchObject({
			...{ standInId: 'Bea', standInUntil: '2026-11-24' }
		});
	});

	test('is refused in the past, backwards, oneself, elsewhere, and from somebody else', async () => {
		const { standIn, refused } = await world();
		const wrong: readonly Record<string, string>[] = [
			{ standInFrom: '2026-11-21' },
			{ standInUntil: '2026-11-21' },
			{ standIn: 'Anna' },
			{ standIn: 'moeder' }
		];
		for (const over of wrong) await refused(() => standIn('Anna', over), Refused);
		for (const who of ['Bea', 'Carla', 'Eerder', 'moeder', 'niemand'])
			await refused(() => standIn(who, { everywhere: 'ja' }), Denied);
	});
});

test.each([
	['no colleague', AskSuccessor, { to: '' }, 'fout.collega'],
	['no reason', AskSuccessor, { reason: '  ' }, 'fout.reden'],
	['no day', AskSuccessor, { from: 'morgen' }, 'fout.dag'],
	['no stand-in', SetStandIn, { standIn: '' }, 'fout.collega'],
	['an answer that is none', AnswerSuccession, { says: 'misschien' }, 'fout.keuze']
])('bad input: %s', (_, schema, over, message) => {
	const good = {
		...{ key: key(), to: 'Bea', from: '2026-12-01', reason: 'x', succession: 'x', says: 'ja' },
		...{ standIn: 'Bea', standInFrom: '2026-12-01', standInUntil: '2026-12-01' }
	};
	expect(schema.safeParse(good).success).toBe(true);
	const found = schema.safeParse({ ...good, ...over });
	expect(found.error?.issues.map((one) => one.message)).toEqual([message]);
});
