import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { auditEntry } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { listRegie } from './queries.ts';

const family: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Yara', relation: 'kind', born: day('2010-02-01') },
		{ id: 'Sam', relation: 'kind', born: day('2016-01-01') },
		{ id: 'Noor', relation: 'kind', born: day('2017-01-01') },
		{
			id: 'moeder',
			relation: 'ouder',
			gezagOver: { Yara: 'tweehoofdig', Sam: 'tweehoofdig', Noor: 'tweehoofdig' }
		},
		{ id: 'vader', relation: 'ouder' },
		{ id: 'tante', relation: 'netwerk' }
	],
	regisseurs: [{ id: 'Anna' }],
	kaders: [
		{ child: 'Yara', kind: 'vrijwillig' },
		{ child: 'Sam', kind: 'ots' },
		{ child: 'Noor', kind: 'ots' }
	]
};

test('only of children whose kader this person may see; alike children together', async () => {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, family);
	const seen = async (who: string, assurance: 'link' | 'second-factor' = 'link') =>
		(await listRegie(ctx, aPerson(personId(who), assurance), 'gezin' as FamilyId)).map(
			({ people, kaders }) => [people.map((one) => one.name).join(), ...new Set(kaders)]
		);
	// Yara is 16 and her help is voluntary: that is hers to share.
	expect(await seen('moeder')).toEqual([['Sam,Noor', 'ots']]);
	expect(await seen('Yara')).toEqual([['Yara', 'vrijwillig']]);
	for (const who of ['vader', 'tante', 'niemand', 'Anna']) expect(await seen(who), who).toEqual([]);
	expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	expect(await seen('Anna', 'second-factor')).toEqual([
		['Yara', 'vrijwillig'],
		['Sam,Noor', 'ots']
	]);
	expect(await ctx.db.read.select().from(auditEntry)).toMatchObject([
		{ action: 'read', thing: 'kader', relation: 'regisseur' }
	]);
});
