import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied, may } from '#lib/kernel/policy.ts';
import type { FamilyId, Relation } from '#lib/family/model.ts';
import { RELATIONS } from '../model.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { aPerson, personId, TODAY } from '../../../../tests/support/facts.ts';
import { canEnterFamily, canOpenCaseload } from '../policy.ts';
import { getRegisseurPage, listCaseload, listMyFamilies, loadFamily } from './queries.ts';

const WHO = personId('kijker');
const actors: Actor[] = [aPerson(WHO, 'link'), aPerson(WHO, 'second-factor')];

describe('lists agree with rules', () => {
	test('families one belongs to: every relation, present or past, with and without second factor', async () => {
		const { ctx } = await aContext();
		const ids: FamilyId[] = [];
		for (const relation of RELATIONS) {
			for (const until of [null, TODAY, day('2026-11-23')]) {
				const id = `${relation}-${until}` as FamilyId;
				const me = { id: WHO, relation: relation satisfies Relation, ...(until && { until }) };
				await aFamilyInDatabase(ctx, { id, people: [me, { id: `${id}-kind`, relation: 'kind' }] });
				ids.push(id);
			}
		}
		for (const actor of actors) {
			const byRule: FamilyId[] = [];
			for (const id of ids) {
				const family = await loadFamily(ctx.db.read, id, TODAY);
				if (family && may(canEnterFamily, actor, family.facts)) byRule.push(id);
			}
			expect(await listMyFamilies(ctx, actor)).toEqual(byRule.toSorted());
			expect(byRule.length).toBeGreaterThan(10);
		}
	});

	test('the caseload: regisseur or stand-in, before, on and after the dates', async () => {
		const { ctx } = await aContext();
		const days = [day('2026-11-21'), TODAY, day('2026-11-23')];
		const ids: FamilyId[] = [];
		for (const from of days) {
			for (const until of [undefined, ...days]) {
				for (const role of ['regisseur', 'stand-in'] as const) {
					const id = `${role}-${from}-${until}` as FamilyId;
					const dates = { from: role === 'regisseur' ? from : day('2020-01-01') };
					await aFamilyInDatabase(ctx, {
						id,
						people: [{ id: `${id}-kind`, relation: 'kind' }],
						regisseurs: [
							role === 'regisseur'
								? { id: WHO, ...dates, ...(until && { until }) }
								: {
										id: 'Anna',
										...dates,
										standIn: WHO,
										standInFrom: from,
										...(until && { standInUntil: until })
									}
						]
					});
					ids.push(id);
				}
			}
		}
		for (const actor of actors) {
			const byRule: FamilyId[] = [];
			for (const id of ids) {
				const family = await loadFamily(ctx.db.read, id, TODAY);
				if (family && may(canOpenCaseload, actor, family.facts)) byRule.push(id);
			}
			expect(await listCaseload(ctx, actor)).toEqual(byRule.toSorted());
		}
		expect(await listCaseload(ctx, aPerson(WHO, 'second-factor'))).toHaveLength(8);
	});
});

describe('the page about the regisseur', () => {
	const change = {
		id: 'gezin',
		people: [
			{ id: 'Sam', relation: 'kind' as const, born: day('2014-01-01') },
			{ id: 'moeder', relation: 'ouder' as const, gezagOver: { Sam: 'eenhoofdig' as const } }
		],
		regisseurs: [
			{ id: 'Anna', from: day('2026-01-01'), until: day('2026-06-01') },
			{
				id: 'Bram',
				from: day('2026-06-01'),
				until: day('2026-12-01'),
				standIn: 'Cora',
				standInFrom: TODAY
			},
			{ id: 'Dana', from: day('2026-12-01') }
		]
	};

	test('names who it is, who stands in, who comes and who came before, and counts honestly', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, change);
		const view = await getRegisseurPage(ctx, aPerson(personId('moeder')), 'gezin' as FamilyId);
		expect(view.card).toMatchObject({
			name: 'Bram Achternaam',
			standIn: { name: 'Cora Achternaam' },
			coming: { name: 'Dana Achternaam', from: '2026-12-01' }
		});
		expect(view.earlier.map((one) => [one.name, one.until])).toEqual([
			['Anna Achternaam', '2026-06-01']
		]);
		expect(view.count).toBe(2);
	});

	test('on the day of the change the new name stands there', async () => {
		const { ctx } = await aContext('2026-11-30T23:00:00Z');
		await aFamilyInDatabase(ctx, change);
		const view = await getRegisseurPage(ctx, aPerson(personId('moeder')), 'gezin' as FamilyId);
		expect(view.card).toMatchObject({ name: 'Dana Achternaam', coming: null });
		expect(view.count).toBe(3);
	});

	test('a stranger gets the answer of a family that does not exist', async () => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, change);
		for (const id of ['gezin', 'bestaat-niet']) {
			const refusal = await getRegisseurPage(ctx, aPerson(WHO), id as FamilyId).catch(
				(e: unknown) => e
			);
			expect(refusal instanceof Denied && refusal.decision.outcome).toBe('hide');
		}
	});
});
