import { expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { auditEntry } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { getDeskPage, openDesk } from './queries.ts';

const ALL = { kind: null, words: '' } as const;

async function world() {
	const given = await aContext();
	const child = (id: string) => [{ id, relation: 'kind', born: day('2016-01-01') }] as const;
	const review = (on: string) => ({ on: day(on), words: 'Samen.' });
	await aFamilyInDatabase(given.ctx, {
		...{ id: 'ver', people: child('Ver'), regisseurs: [{ id: 'Anna' }] },
		review: review('2027-06-01')
	});
	await aFamilyInDatabase(given.ctx, {
		...{ id: 'laat', people: child('Laat'), review: review('2026-11-01') },
		regisseurs: [{ id: 'Bea', standIn: 'Anna', standInFrom: day('2026-11-01') }]
	});
	await aFamilyInDatabase(given.ctx, {
		...{ id: 'gauw', people: child('Gauw'), review: review('2026-12-06') },
		regisseurs: [{ id: 'Anna' }]
	});
	await aFamilyInDatabase(given.ctx, {
		...{ id: 'vorig', people: child('Vorig'), review: review('2026-11-02') },
		regisseurs: [
			{ id: 'Anna', until: day('2026-11-22') },
			{ id: 'Bea', from: day('2026-11-22') }
		]
	});
	return given;
}
const anna = aPerson(personId('Anna'), 'second-factor');

test('the own caseload of today, in the order in which it waits, with the stand-in marked', async () => {
	const { ctx } = await world();
	const desk = await getDeskPage(ctx, anna, ALL);
	expect(
		desk.families.map((one) => [one.id, one.own, one.waiting.map((each) => each.due)])
	).toEqual([
		['laat', false, ['2026-11-01']],
		['gauw', true, ['2026-12-06']],
		['ver', true, []]
	]);
	expect([desk.total, desk.kinds]).toEqual([3, [{ kind: 'bekijken', families: 2 }]]);
	expect(await ctx.db.read.select().from(auditEntry)).toMatchObject([
		{ actorId: 'Anna', action: 'read', thing: 'desk' }
	]);
});

test('a filter and words leave families of the own caseload only', async () => {
	const { ctx } = await world();
	const found = async (given: Partial<Parameters<typeof getDeskPage>[2]>) =>
		(await getDeskPage(ctx, anna, { ...ALL, ...given })).families.map((one) => one.id);
	expect(await found({ kind: 'bekijken' })).toEqual(['laat', 'gauw']);
	expect(await found({ kind: 'vraag' })).toEqual([]);
	expect(await found({ words: 'gauw' })).toEqual(['gauw']);
	expect(await found({ words: 'vorig' })).toEqual([]);
});

test('nobody has a desk without the second factor, or without being a professional', async () => {
	const { ctx } = await world();
	for (const actor of [aPerson(personId('Anna')), aPerson(personId('Ver'), 'second-factor')]) {
		await expect(getDeskPage(ctx, actor, ALL)).rejects.toBeInstanceOf(Denied);
		await expect(openDesk(ctx, actor)).rejects.toBeInstanceOf(Denied);
	}
	expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
});
