import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import {
	deliveryValue,
	feedbackAnswer,
	feedbackWaiting,
	quarterKey,
	trajectory
} from '#lib/server/db/schema/feedback.ts';
import { formReceipt } from '#lib/server/db/schema/platform.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { GiveDelivery } from '../delivery.model.ts';
import type { TrajectoryId } from '../trajectory.model.ts';
import { giveAnswers } from './answer.commands.ts';
import { giveDelivery, makeDelivery, takeBackDelivery } from './delivery.commands.ts';
import { getDeliveryPage } from './delivery.queries.ts';
import { observationsOf } from './totals.ts';

const FAMILY = 'gezin' as FamilyId;
const PROVIDER = 'organisatie' as OrganisationId;
const machine: Actor = { kind: 'machine', source: PROVIDER };
const as = (who: string) => aPerson(personId(who));

/** A youth of 16 and one of 12, two parents; help to each that ended in the third quarter. */
async function world() {
	const given = await aContext();
	const { ctx } = given;
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Yara', relation: 'kind', born: day('2010-02-14') },
			{ id: 'Idris', relation: 'kind', born: day('2014-01-30') },
			...['moeder', 'vader'].map((id) => ({
				...{ id, relation: 'ouder' as const },
				gezagOver: { Yara: 'tweehoofdig', Idris: 'tweehoofdig' } as const
			}))
		],
		regisseurs: [{ id: 'regisseur' }]
	});
	const help = (id: string, childId: string) => ({
		...{ id: id as TrajectoryId, childId: personId(childId), familyId: FAMILY },
		...({ providerId: PROVIDER, help: 'ambulant', reason: '01', countsIn: '2026-Q3' } as const),
		...{ from: day('2026-01-01'), until: day('2026-09-15') }
	});
	await ctx.db.write((tx) =>
		tx.insert(trajectory).values([help('hulp-yara', 'Yara'), help('hulp-idris', 'Idris')])
	);
	const give = (who: string, record: string, values: { use?: string; independent?: string }) =>
		giveDelivery(ctx, as(who), FAMILY, GiveDelivery.parse({ record, yes: 'ja', ...values }));
	const files: string[] = [];
	const make = (quarter: '2026-Q3' | '2026-Q4' = '2026-Q3', actor = machine) =>
		makeDelivery(ctx, actor, { provider: PROVIDER, quarter }, async (text) => {
			files.push(text);
		});
	const sent = () => files.map((text) => text.trim().split('\n').slice(1));
	const rows = () => ctx.db.read.select().from(deliveryValue);
	return { ...given, give, make, files, sent, rows };
}

test('a yes is its own: nothing goes along without it, and answers are not looked at', async () => {
	const { ctx, give, make, sent, rows } = await world();
	const place = { family: FAMILY };
	await giveAnswers(ctx, as('Yara'), { place, moment: 'end', sent: { use: 2 } });
	await make();
	await give('Yara', 'hulp-yara', { use: '9', independent: '4' });
	await make();
	expect(sent()).toEqual([
		[],
		[JSON.stringify({ record: 'hulp-yara', informant: 'youth', use: 9, independent: 4 })]
	]);
	expect(await rows()).toMatchObject([{ use: null, independent: null, deliveredIn: '2026-Q3' }]);
	expect(GiveDelivery.safeParse({ record: 'hulp-yara', use: '9' }).success).toBe(false);
	await expect(give('moeder', 'hulp-idris', {})).rejects.toThrow('delivery.nothing');
});

test('it shares nothing with the answers, and no table, log or receipt says that it was given', async () => {
	const { ctx, give, rows } = await world();
	const place = { family: FAMILY };
	await giveAnswers(ctx, as('Yara'), { place, moment: 'end', sent: { use: 2, goals: 1 } });
	const before = await observationsOf(ctx.db, '2026-Q4');
	await give('Yara', 'hulp-yara', { use: '9' });
	expect(await observationsOf(ctx.db, '2026-Q4')).toEqual(before);
	const said = JSON.stringify(await rows());
	const answers = [
		...(await ctx.db.read.select().from(feedbackWaiting)),
		...(await ctx.db.read.select().from(feedbackAnswer))
	];
	for (const { id, family, respondent, regisseur } of answers)
		for (const text of [id, family, respondent, regisseur]) expect(said).not.toContain(text);
	for (const name of ['Yara', 'hulp-yara', FAMILY])
		expect(JSON.stringify(answers)).not.toContain(name);
	expect(said).not.toMatch(/2026-1[01]|\d{10}/);
	for (const table of [auditEntry, formReceipt])
		expect(await ctx.db.read.select().from(table)).toEqual([]);
	expect(await ctx.db.read.select().from(quarterKey)).toHaveLength(1);
});

test('until it was sent it can change and be taken back, and is gone from the file; afterwards neither', async () => {
	const { ctx, folder, give, make, sent, rows } = await world();
	await give('moeder', 'hulp-idris', { use: '3' });
	await give('moeder', 'hulp-idris', { use: '6' });
	expect(await rows()).toMatchObject([{ personId: 'moeder', use: 6 }]);
	const record = 'hulp-idris' as TrajectoryId;
	const onDisk = () =>
		readdirSync(folder).some((name) =>
			readFileSync(join(folder, name), 'latin1').includes('hulp-idrismoeder')
		);
	expect(onDisk()).toBe(true);
	await takeBackDelivery(ctx, as('moeder'), { record });
	expect(await rows()).toEqual([]);
	expect(onDisk()).toBe(false);
	await give('moeder', 'hulp-idris', { use: '5' });
	await make();
	await make();
	expect(sent().map(({ length }) => length)).toEqual([1, 0]);
	await expect(takeBackDelivery(ctx, as('moeder'), { record })).rejects.toThrow('delivery.sent');
	await expect(give('moeder', 'hulp-idris', { use: '8' })).rejects.toThrow('delivery.sent');
});

test('one of two parents goes along, neither learns of the other, and the second cannot come later', async () => {
	const { ctx, give, make, sent } = await world();
	const stateOf = async (who: string) =>
		(await getDeliveryPage(ctx, as(who), FAMILY)).records.map(({ state }) => state);
	await give('moeder', 'hulp-idris', { use: '4' });
	expect(await stateOf('vader')).toEqual(['nothing']);
	await make();
	await give('vader', 'hulp-idris', { use: '8' });
	await make();
	expect(sent().map((lines) => lines.length)).toEqual([1, 0]);
	expect(await stateOf('vader')).toEqual(['sent']);
});

test('each sees help of whom they may see, and others have no such page', async () => {
	const { ctx, give } = await world();
	const shown = async (who: string) =>
		(await getDeliveryPage(ctx, as(who), FAMILY)).records.map(({ id }) => id);
	expect(await shown('Yara')).toEqual(['hulp-yara']);
	expect(await shown('Idris')).toEqual([]);
	expect(await shown('moeder')).toEqual(['hulp-idris']);
	for (const work of [
		() => give('Idris', 'hulp-idris', { use: '4' }),
		() => give('moeder', 'hulp-yara', { use: '4' }),
		() => give('regisseur', 'hulp-yara', { use: '4' }),
		() => give('moeder', 'nergens', { use: '4' }),
		() => takeBackDelivery(ctx, as('vader'), { record: 'hulp-idris' as TrajectoryId }),
		() => getDeliveryPage(ctx, as('regisseur'), FAMILY)
	])
		await expect(work()).rejects.toThrow(Denied);
});

test('the file is for its own provider, after the quarter, and leaves a line in the access log', async () => {
	const { ctx, give, make, files } = await world();
	await give('Yara', 'hulp-yara', { use: '9' });
	await expect(make('2026-Q4')).rejects.toThrow(Denied);
	await expect(make('2026-Q3', as('Yara'))).rejects.toThrow(Denied);
	await expect(make('2026-Q3', { kind: 'machine', source: 'ander' as never })).rejects.toThrow(
		Denied
	);
	await make();
	expect(files).toHaveLength(1);
	expect(files[0]).not.toMatch(/Yara|gezin/);
	expect(await ctx.db.read.select().from(auditEntry)).toMatchObject([
		{ thing: 'delivery', familyId: FAMILY, thingId: PROVIDER, actorKind: 'machine' }
	]);
});

test('a file that cannot be written changes nothing', async () => {
	const { ctx, give, rows } = await world();
	await give('Yara', 'hulp-yara', { use: '9' });
	const wanted = { provider: PROVIDER, quarter: '2026-Q3' } as const;
	const full = () => Promise.reject(new Error('the disk is full'));
	await expect(makeDelivery(ctx, machine, wanted, full)).rejects.toThrow('the disk is full');
	expect(await rows()).toMatchObject([{ use: 9, deliveredIn: null }]);
	expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
});
