import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { participant, toekomstBasic, toekomstStay } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { DOMAINS, SetBasic, type BasicState, type Domain, type StayId } from '../model.ts';
import { answerStay, askAdult, askProfessional, setBasic, withdrawStay } from './basis.commands.ts';
import { getAsked, getBasicsPage } from './basis.queries.ts';
import { erasePlan, startPlan } from './commands.ts';
import { sharePart } from './share.commands.ts';
import { getShared } from './share.queries.ts';

const NOOR = aPerson(personId('Noor'));
const AUNT = aPerson(personId('tante'));
const ANNA = aPerson(personId('Anna'), 'second-factor');
const key = () => crypto.randomUUID();

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-02-14') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'tante', relation: 'netwerk' },
			{ id: 'Wim', relation: 'professional' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	await startPlan(ctx, NOOR, { key: key() });
});

const set = (basic: Domain, state: BasicState, actor: Actor = NOOR) =>
	setBasic(ctx, actor, SetBasic.parse({ key: key(), basic, state }));
const askAunt = async () =>
	(await askAdult(ctx, NOOR, { key: key(), name: 'tante Sam' }))?.token ?? '';
const askAnna = async () =>
	(await askProfessional(ctx, NOOR, { key: key(), person: personId('Anna') }))?.token ?? '';
const answer = (token: string, says: 'ja' | 'nee', actor: Actor = visitor) =>
	answerStay(ctx, actor, token, { key: key(), says });
const hidden = async (work: Promise<unknown>) =>
	expect(await work.catch((thrown: unknown) => thrown)).toMatchObject({
		decision: { outcome: 'hide' }
	});
const basics = () => getBasicsPage(ctx, NOOR);
const stays = async () => (await ctx.db.read.select().from(toekomstStay)).map(({ says }) => says);

test('in order is only possible with a yes, and ends with it', async () => {
	await expect(set('mensen', 'op_orde')).rejects.toMatchObject({
		errors: { mensen: 'laterStay.first' }
	});
	expect(await ctx.db.read.select().from(toekomstBasic)).toEqual([]);
	expect(await basics()).toMatchObject({ mayBeReady: false, regisseur: 'Anna Achternaam' });
	const token = await askAunt();
	await answer(token, 'ja');
	for (const basic of DOMAINS) await set(basic, 'op_orde');
	expect(await basics()).toMatchObject({ mayBeReady: true, allReady: true });
	await answer(token, 'nee');
	const { allReady, basics: after } = await basics();
	expect([allReady, after[0]]).toEqual([false, { basic: 'mensen', state: 'bezig' }]);
});

test.each([
	['mother', aPerson(personId('moeder'))],
	['regisseur', ANNA],
	['visitor', visitor]
])('nobody but the youth says how it stands, or asks: not %s', async (_, actor) => {
	await hidden(set('wonen', 'op_orde', actor));
	await hidden(askAdult(ctx, actor, { key: key(), name: 'x' }));
	await hidden(askProfessional(ctx, actor, { key: key(), person: personId('Anna') }));
	await hidden(getBasicsPage(ctx, actor));
	expect(await ctx.db.read.select().from(toekomstStay)).toEqual([]);
});

describe('an adult who is asked', () => {
	test('reads the first name and the question, says yes, and may come back on it', async () => {
		const token = await askAunt();
		expect(await getAsked(ctx, visitor, token)).toEqual({
			...{ state: 'open', kind: 'blijft', from: 'Noor', says: null }
		});
		await answer(token, 'ja', AUNT);
		moveTo('2027-12-01T12:00:00Z');
		expect(await getAsked(ctx, visitor, token)).toMatchObject({ state: 'open', says: 'ja' });
		await answer(token, 'nee');
		expect(await stays()).toEqual(['nee']);
	});

	test('is never the youth', async () => {
		const token = await askAunt();
		expect(await getAsked(ctx, NOOR, token)).toEqual({ state: 'over' });
		await hidden(answer(token, 'ja', NOOR));
		expect(await stays()).toEqual([null]);
	});

	test.each<[string, (token: string) => Promise<unknown> | unknown]>([
		['after thirty days', () => moveTo('2026-12-22T12:00:00Z')],
		[
			'when the youth takes it back',
			async () => {
				const [stay] = (await basics()).stays;
				await withdrawStay(ctx, NOOR, { key: key(), stay: stay?.id ?? ('' as StayId) });
			}
		],
		['when the plan is wiped', () => erasePlan(ctx, NOOR, { key: key() })],
		['from the 27th birthday', () => moveTo('2037-02-14T12:00:00Z')]
	])('finds nothing %s, as with a link that never was', async (_, happens) => {
		const token = await askAunt();
		await happens(token);
		const never = await getAsked(ctx, visitor, 'a'.repeat(32));
		expect(await getAsked(ctx, visitor, token)).toEqual(never);
		await hidden(answer(token, 'ja'));
	});

	test('the link is shown once and only its hash is kept', async () => {
		const form = { key: key(), name: 'tante Sam' };
		const made = await askAdult(ctx, NOOR, form);
		expect(await askAdult(ctx, NOOR, form)).toBeNull();
		const rows = JSON.stringify(await ctx.db.read.select().from(toekomstStay));
		expect(made?.token).toMatch(/^[a-z2-7]{32}$/);
		expect(rows).not.toContain(made?.token);
		expect(JSON.parse(rows)).toHaveLength(1);
	});

	test('ten at once is the most', async () => {
		for (let one = 0; one < 10; one++) await askAunt();
		await expect(askAunt()).rejects.toMatchObject({ errors: { name: 'laterStay.tooMany' } });
	});
});

describe('a professional who is asked to go on looking', () => {
	test('signs in first, and nobody else answers', async () => {
		const token = await askAnna();
		expect(await getAsked(ctx, visitor, token)).toEqual({ state: 'sign-in' });
		const others = [AUNT, aPerson(personId('Wim'), 'second-factor'), aPerson(personId('Anna'))];
		for (const actor of [visitor, ...others]) await hidden(answer(token, 'ja', actor));
		for (const actor of others)
			expect(await getAsked(ctx, actor, token)).toEqual({ state: 'over' });
		await answer(token, 'ja', ANNA);
		expect((await basics()).mayBeReady).toBe(true);
	});

	test('helps the youth today', async () => {
		const { professionals } = await basics();
		expect(professionals.map(({ id }) => id).sort()).toEqual(['Anna', 'Wim']);
		await ctx.db.write((tx) => tx.update(participant).set({ until: day('2026-11-22') }));
		for (const person of ['Wim', 'tante', 'niemand'])
			await expect(
				askProfessional(ctx, NOOR, { key: key(), person: personId(person) })
			).rejects.toMatchObject({ errors: { person: 'fout.keuze' } });
	});
});

test('with whom the basics are shared reads how it stands and who said yes, not who was asked', async () => {
	await answer(await askAunt(), 'ja');
	await askAdult(ctx, NOOR, { key: key(), name: 'buurman' });
	await sharePart(ctx, NOOR, { key: key(), part: 'basis', with: personId('tante') });
	const { parts } = await getShared(ctx, AUNT, personId('Noor'));
	expect(parts).toMatchObject([{ part: 'basis', stays: ['tante Sam'] }]);
	expect(JSON.stringify(parts)).not.toContain('buurman');
});
