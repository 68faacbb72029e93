import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import type { OwnPlanEventId, OwnPlanId } from '#lib/familiegroepsplan/model.ts';
import type { JimId } from '#lib/jim/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { ownPlan, ownPlanEvent } from '#lib/server/db/schema/familiegroepsplan.ts';
import { jim } from '#lib/server/db/schema/jim.ts';
import { termEvent } from '#lib/server/db/schema/terms.ts';
import { toekomstplan } from '#lib/server/db/schema/toekomstplan.ts';
import type { TermEventId } from '#lib/terms/model.ts';
import type { ToekomstplanId } from '#lib/toekomstplan/model.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { closeQuarter, indicatorsOf, observationsOf } from './totals.ts';

const NOW = '2026-Q4';
const AT = new Date('2026-11-02T10:00:00Z');

/** Two families with a youth of 17 each; of the first everything happened, of the second nothing. */
async function world() {
	const given = await aContext();
	for (const at of [0, 1])
		await aFamilyInDatabase(given.ctx, {
			id: `gezin-${at}`,
			people: [{ id: `kind-${at}`, relation: 'kind', born: day('2009-06-01') }],
			regisseurs: [
				{ id: `een-${at}`, from: day('2026-01-01'), ...(at === 0 && { until: day('2026-11-01') }) },
				...(at === 0 ? [{ id: 'twee', from: day('2026-11-01') }] : [])
			],
			kaders: [{ child: `kind-${at}`, kind: 'ots' }]
		});
	const [familyId, childId] = ['gezin-0' as FamilyId, personId('kind-0')];
	await given.ctx.db.write(async (tx) => {
		for (const [moment, on] of [
			['start', '2026-11-02'],
			['met', '2026-11-03']
		] as const)
			await tx.insert(termEvent).values({
				...{ id: moment as TermEventId, familyId, childId, term: 'contact_ots', moment },
				...{ on: day(on), recordedBy: personId('twee'), recordedAt: AT }
			});
		const ownPlanId = 'eigen' as OwnPlanId;
		const since = day('2026-11-02');
		await tx
			.insert(ownPlan)
			.values({ id: ownPlanId, familyId, state: 'aangeboden', since, children: [childId] });
		await tx.insert(ownPlanEvent).values({
			...{ id: 'aanbod' as OwnPlanEventId, ownPlanId, act: 'aanbieden' },
			...{ byId: personId('twee'), on: since, at: AT }
		});
		await tx.insert(jim).values({
			...{ id: 'jim' as JimId, familyId, youthId: childId, state: 'gevraagd' },
			...{ tokenHash: 'a', codeHash: 'b', askedAt: AT, expiresAt: AT }
		});
		await tx
			.insert(toekomstplan)
			.values({ id: 'plan' as ToekomstplanId, personId: childId, startedAt: AT });
	});
	return given;
}

test('of each family one value, under a name of the quarter and nothing that tells who it is', async () => {
	const { ctx } = await world();
	const found = await indicatorsOf(ctx.db, NOW);
	const values = Map.groupBy(found, ({ family }) => family);
	expect(
		[...values.values()].map((rows) =>
			rows.map((row) => `${row.criterion} ${row.value}`).toSorted()
		)
	).toEqual(
		expect.arrayContaining([
			['jim-asked 1', 'later-at-17 1', 'own-plan-offered 1', 'regisseur-changed 1', 'terms-met 1'],
			['jim-asked 0', 'later-at-17 0', 'own-plan-offered 0', 'regisseur-changed 0']
		])
	);
	expect(found[0]).toMatchObject({
		informant: 'system',
		split: { region: 'regio', ageBand: '16-17', kader: 'ots' }
	});
	expect(JSON.stringify(found)).not.toMatch(/gezin-|kind-|een-|twee/);
});

test('none of it is among what was said', async () => {
	const { ctx } = await world();
	expect(await observationsOf(ctx.db, NOW)).toEqual([]);
});

test('after publication there is nothing to make it of under the same names', async () => {
	const { ctx } = await world();
	await ctx.db.write((tx) => closeQuarter(tx, NOW));
	await expect(indicatorsOf(ctx.db, NOW)).rejects.toThrow('was published');
});
