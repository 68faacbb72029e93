import { beforeEach, describe, expect, test } from 'vitest';
import type { SupportId } from '#lib/consent/model.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry, share, support } from '#lib/server/db/schema/index.ts';
import { RecordTermEvent } from '#lib/terms/model.ts';
import { recordTermEvent } from '#lib/terms/server/commands.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { findRechtspositie } from './queries.ts';

const GEZIN = 'gezin' as FamilyId;
const MOTHER = aPerson(personId('moeder'));

let ctx: Ctx;
beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: GEZIN,
		people: [
			{ id: 'Sam', relation: 'kind', born: day('2014-01-01') },
			{ id: 'Noor', relation: 'kind', born: day('2009-06-01') },
			{ id: 'Bo', relation: 'kind', born: day('2018-06-01') },
			{
				id: 'moeder',
				relation: 'ouder',
				gezagOver: { Sam: 'gezamenlijk', Noor: 'eenhoofdig', Bo: 'eenhoofdig' }
			},
			{ id: 'vader', relation: 'ouder', gezagOver: { Sam: 'gezamenlijk' } },
			{ id: 'ex', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'buur', relation: 'steun' },
			{ id: 'helper', relation: 'professional' }
		],
		regisseurs: [{ id: 'Anna' }],
		kaders: [
			{ child: 'Sam', kind: 'intensief_vrijwillig' },
			{ child: 'Noor', kind: 'ots' }
		],
		goals: [
			{
				words: 'doel',
				children: ['Sam'],
				steps: [
					{ title: 'van oma', owner: 'oma' },
					{ title: 'van helper', owner: 'helper' }
				]
			}
		]
	});
});

/** By child: stage and verdict, and the terms that run. */
async function seenBy(actor: Actor): Promise<Record<string, string> | null> {
	const found = await findRechtspositie(ctx, actor, 'nl');
	const children = found?.families.flatMap((family) => family.children);
	if (!children) return null;
	return Object.fromEntries(
		children.map(({ person, must, running }) => [
			person.name,
			[
				...(must?.stages.map((one) => `${one.stage} ${one.verdict}`) ?? ['no kader']),
				...running.map((one) => `${one.term} ${one.passed ? 'passed' : one.due}`)
			].join(', ')
		])
	);
}

/** Somebody says on which day a term of Noor started. */
const started = (term: 'aanwijzing' | 'contact_ots', on: string) =>
	recordTermEvent(ctx, MOTHER, {
		...RecordTermEvent.parse({
			key: crypto.randomUUID(),
			child: 'Noor',
			term,
			moment: 'start',
			on
		}),
		family: GEZIN
	});

const audit = () => ctx.db.read.select().from(auditEntry);

describe('what holds now', () => {
	test('a mother reads each child by its own kader, age and gezag', async () => {
		expect(await seenBy(MOTHER)).toEqual({
			Sam: 'druk mayRefuse',
			// 17, and shares nothing: only the measure, to which the mother is a party.
			Noor: 'ots must',
			Bo: 'no kader'
		});
		expect(await audit()).toEqual([]);
	});

	test('a father reads nothing of a child that is not his', async () => {
		expect(await seenBy(aPerson(personId('vader')))).toEqual({ Sam: 'druk mayRefuse' });
	});

	test('a youth reads the own position, in the words for youths', async () => {
		const noor = aPerson(personId('Noor'));
		expect(await seenBy(noor)).toEqual({ Noor: 'ots must' });
		const found = await findRechtspositie(ctx, noor, 'nl');
		expect(found?.youth).toBe(true);
		expect(found?.families[0]?.children[0]?.must?.first?.title).toBe(
			'Als er iemand meekijkt in je gezin'
		);
	});

	test('a directive counts while its two weeks run, and not after', async () => {
		await started('aanwijzing', '2026-11-12');
		expect(await seenBy(MOTHER)).toMatchObject({
			Noor: 'aanwijzing must, ots must, aanwijzing 2026-11-26'
		});
		await started('contact_ots', '2026-11-02');
		expect(await seenBy(MOTHER)).toMatchObject({
			Noor: 'aanwijzing must, ots must, contact_ots passed, aanwijzing 2026-11-26'
		});
	});

	test('a directive of long ago is named, and no longer an order to answer', async () => {
		await started('aanwijzing', '2026-10-01');
		expect(await seenBy(MOTHER)).toMatchObject({ Noor: 'ots must, aanwijzing passed' });
	});
});

describe('who has no page here', () => {
	test.each<[string, Actor]>([
		['a visitor', visitor],
		['a parent without gezag', aPerson(personId('ex'))],
		['a child under 12', aPerson(personId('Bo'))],
		['grandmother, who reads her own step only', aPerson(personId('oma'))],
		['a supporter of nobody', aPerson(personId('buur'))],
		['a professional in the plan', aPerson(personId('helper'), 'second-factor')],
		['the regisseur', aPerson(personId('Anna'), 'second-factor')],
		['somebody of no family', aPerson(personId('vreemd'))]
	])('%s', async (_, actor) => {
		expect(await findRechtspositie(ctx, actor, 'nl')).toBeNull();
		expect(await audit()).toEqual([]);
	});
});

test('a youth of 17 who shares lets grandmother read, as somebody beside', async () => {
	await ctx.db.write((tx) =>
		tx.insert(share).values({
			id: newId(),
			familyId: GEZIN,
			childId: personId('Noor'),
			withId: personId('oma'),
			startedAt: ctx.now(),
			endedAt: null
		})
	);
	expect(await seenBy(aPerson(personId('oma')))).toEqual({ Noor: 'ots must' });
});

test('who reads along with a parent reads the same children, and it is written down', async () => {
	await ctx.db.write((tx) =>
		tx.insert(support).values({
			id: 'steun' as SupportId,
			familyId: GEZIN,
			parentId: personId('moeder'),
			supporterId: personId('buur'),
			kind: 'naaste',
			why: null,
			children: [personId('Sam')],
			startedAt: ctx.now(),
			until: null,
			endedAt: null
		})
	);
	expect(await seenBy(aPerson(personId('buur')))).toEqual({ Sam: 'druk voluntary' });
	expect((await audit()).map((one) => [one.relation, one.thing])).toEqual([
		['steun', 'plan'],
		['steun', 'terms']
	]);
});
