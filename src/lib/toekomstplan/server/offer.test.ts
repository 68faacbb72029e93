import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { toekomstOffer } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { RecordOffer, WithdrawOffer } from '../offer.model.ts';
import { erasePlan, startPlan } from './commands.ts';
import { recordOffer, withdrawOffer } from './offer.commands.ts';
import { getOffersPage } from './offer.queries.ts';
import { getLaterPage } from './queries.ts';
import { sharePart } from './share.commands.ts';

const FAMILY = 'gezin' as FamilyId;
const NOOR = aPerson(personId('Noor'));
const ANNA = aPerson(personId('Anna'), 'second-factor');
const BERT = aPerson(personId('Bert'), 'second-factor');
const key = () => crypto.randomUUID();

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-03-01') },
			{ id: 'Sam', relation: 'kind', born: day('2010-11-23') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig', Sam: 'eenhoofdig' } },
			{ id: 'Wim', relation: 'professional' }
		],
		regisseurs: [{ id: 'Anna', standIn: 'Bert', standInFrom: day('2026-11-01') }]
	});
});

const record = (actor: Actor, fields: Record<string, string> = {}) =>
	recordOffer(
		ctx,
		actor,
		FAMILY,
		RecordOffer.parse({
			...{ key: key(), form: 'Noor', kind: 'gevraagd', on: '2026-11-20' },
			...fields
		})
	);
const offers = async () => (await getLaterPage(ctx, NOOR)).own?.offers;
const refused = async (work: Promise<unknown>) =>
	expect(await work.catch((thrown: unknown) => thrown)).toMatchObject({
		decision: { outcome: 'hide' }
	});

describe('writing down', () => {
	test.each<[string, Actor]>([
		['regisseur', ANNA],
		['who stands in', BERT]
	])('by the %s; the youth reads it', async (name, actor) => {
		await record(actor);
		await record(actor, { kind: 'gepraat', on: '2026-11-22' });
		expect(await offers()).toMatchObject([
			{ kind: 'gevraagd', on: '2026-11-20' },
			{ kind: 'gepraat', on: '2026-11-22' }
		]);
		expect((await getOffersPage(ctx, ANNA, FAMILY)).youths[0]?.offers).toHaveLength(2);
		expect(name).not.toBe('');
	});

	test.each<[string, Actor]>([
		['youth', NOOR],
		['mother', aPerson(personId('moeder'))],
		['regisseur without second factor', aPerson(personId('Anna'))],
		['other professional', aPerson(personId('Wim'), 'second-factor')],
		['visitor', visitor]
	])('not by the %s, who sees no page either', async (_, actor) => {
		await refused(record(actor));
		await refused(getOffersPage(ctx, actor, FAMILY));
		expect(await offers()).toEqual([]);
	});

	test('a child is there from the 16th birthday on, until the 27th', async () => {
		const names = async () =>
			(await getOffersPage(ctx, ANNA, FAMILY)).youths.map(({ name }) => name);
		await refused(record(ANNA, { form: 'Sam' }));
		expect(await names()).toEqual(['Noor']);
		moveTo('2026-11-22T23:00:00Z');
		expect((await names()).sort()).toEqual(['Noor', 'Sam']);
		await record(ANNA, { form: 'Sam', on: '2026-11-23' });
		moveTo('2037-03-01T12:00:00Z');
		expect(await names()).toEqual(['Sam']);
	});

	test.each([
		['a day to come', '2026-11-23', 'laterOffer.ahead'],
		['a day before she was 16', '2026-02-28', 'laterOffer.early']
	])('not on %s', async (_, on, message) => {
		await expect(record(ANNA, { on })).rejects.toMatchObject({ errors: { on: message } });
		expect(await offers()).toEqual([]);
	});

	test('twice is once, and a mistake is taken away by the regisseur alone', async () => {
		await record(ANNA);
		await record(BERT);
		const [row] = await ctx.db.read.select().from(toekomstOffer);
		const input = () => WithdrawOffer.parse({ key: key(), offer: row?.id });
		await refused(withdrawOffer(ctx, NOOR, FAMILY, input()));
		await refused(withdrawOffer(ctx, ANNA, 'ander' as FamilyId, input()));
		expect(await offers()).toHaveLength(1);
		await withdrawOffer(ctx, ANNA, FAMILY, input());
		expect(await offers()).toEqual([]);
	});
});

test('whether there is a plan changes nothing on the page; what is shared is a way to it', async () => {
	const page = () => getOffersPage(ctx, ANNA, FAMILY);
	await record(ANNA);
	const before = await page();
	expect(before.youths[0]?.shares).toBe(false);
	await startPlan(ctx, NOOR, { key: key() });
	expect(await page()).toEqual(before);
	await sharePart(ctx, NOOR, { key: key(), part: 'geld', with: personId('moeder') });
	expect(await page()).toEqual(before);
	await sharePart(ctx, NOOR, { key: key(), part: 'wonen', with: personId('Anna') });
	expect((await page()).youths[0]?.shares).toBe(true);
	await erasePlan(ctx, NOOR, { key: key() });
	expect(await page()).toEqual(before);
});
