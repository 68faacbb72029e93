import { expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { auditEntry, share } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { ShareInput } from '../model.ts';
import { startSharing, stopSharing } from './commands.ts';
import { listSharing } from './queries.ts';

const family: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Noor', relation: 'kind', born: day('2009-06-01') },
		{ id: 'Sam', relation: 'kind', born: day('2014-01-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig', Sam: 'eenhoofdig' } },
		{ id: 'tante', relation: 'netwerk' },
		{ id: 'werker', relation: 'professional' }
	],
	regisseurs: [{ id: 'Anna' }]
};
const KEY = '0b9f3f3e-3b0a-4c53-9d0e-0d3b6e7c1a11';
const input = (withId: string, key = KEY) =>
	ShareInput.parse({ key, family: 'gezin', with: withId });

async function world() {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, family);
	const rows = () => ctx.db.read.select().from(share);
	const log = () => ctx.db.read.select().from(auditEntry);
	return { ctx, rows, log };
}

test('a youth of 17 shares with her aunt, and stops', async () => {
	const { ctx, rows, log } = await world();
	const noor = aPerson(personId('Noor'));
	await startSharing(ctx, noor, input('tante'));
	expect(await rows()).toMatchObject([{ childId: 'Noor', withId: 'tante', endedAt: null }]);
	const [view] = await listSharing(ctx, noor);
	expect(view?.people.map((one) => [one.person.name, one.shared])).toEqual([
		['moeder', false],
		['tante', true]
	]);
	await stopSharing(ctx, noor, input('tante', '7a3bb21c-54d5-4f0d-8e4a-2a39a3a0f0bd'));
	expect((await rows())[0]?.endedAt).toEqual(ctx.now());
	expect((await log()).map((row) => row.ability)).toEqual(['share.start', 'share.end']);
});

test('a double tap shares once', async () => {
	const { ctx, rows, log } = await world();
	const noor = aPerson(personId('Noor'));
	await Promise.all(Array.from({ length: 20 }, () => startSharing(ctx, noor, input('tante'))));
	expect(await rows()).toHaveLength(1);
	expect(await log()).toHaveLength(1);
});

test.each([
	['a mother for her daughter', 'moeder', 'link', 'tante'],
	['the regisseur', 'Anna', 'second-factor', 'tante'],
	['a brother of 12', 'Sam', 'link', 'tante'],
	['a stranger', 'niemand', 'link', 'tante'],
	['the youth, with a professional', 'Noor', 'link', 'werker'],
	['the youth, with her brother', 'Noor', 'link', 'Sam'],
	['the youth, with someone from elsewhere', 'Noor', 'link', 'niemand']
] as const)('%s shares nothing', async (_, who, assurance, withId) => {
	const { ctx, rows, log } = await world();
	const attempt = startSharing(ctx, aPerson(personId(who), assurance), input(withId));
	await expect(attempt).rejects.toBeInstanceOf(Denied);
	expect([await rows(), await log()]).toEqual([[], []]);
});

test('nobody but the youth ends what she shares', async () => {
	const { ctx, rows } = await world();
	await startSharing(ctx, aPerson(personId('Noor')), input('tante'));
	for (const who of ['moeder', 'tante', 'Sam']) {
		await stopSharing(ctx, aPerson(personId(who)), input('tante')).catch(() => undefined);
	}
	expect(await rows()).toMatchObject([{ endedAt: null }]);
});
