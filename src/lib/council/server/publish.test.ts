import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import type { RegionId } from '#lib/family/model.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { publishedCell, publishedQuarter, publishedStory } from '#lib/server/db/schema/council.ts';
import { region } from '#lib/server/db/schema/family.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { answersFor } from '../../../../tests/support/random-answers.ts';
import { catalogueOf } from '../catalogue.ts';
import { publishDue, publishQuarter, type Totals } from './publish.commands.ts';
import { storiesIn } from './tables.store.ts';

const regions = ['noord', 'zuid'];

async function world() {
	const given = await aContext();
	await given.ctx.db.write((tx) =>
		tx
			.insert(region)
			.values(
				regions.map((id) => ({ id: id as RegionId, name: id, regisseurWord: 'regisseur' as const }))
			)
	);
	return given;
}

/** Invented answers instead of those of the families. */
function totals(families = 300, seed = 1): Totals {
	const catalogue = catalogueOf(regions);
	const given = answersFor(seed, { catalogue, families, regisseurs: 20, unknown: 0 });
	return {
		observationsOf: async () => given.observations.map((it) => ({ ...it, organisation: null })),
		indicatorsOf: async () => [],
		askedIn: async () => given.asked.map((it) => ({ ...it, organisation: null })),
		storiesOf: async () => [
			{ region: 'noord', words: 'Eerst een verhaal.' },
			{ region: 'zuid', words: 'Dan nog een.' }
		],
		closeQuarter: vi.fn(async () => undefined),
		forgetClosed: vi.fn(async () => undefined)
	};
}

const cells = (ctx: Ctx) => ctx.db.read.select().from(publishedCell);
const quarters = (ctx: Ctx) => ctx.db.read.select().from(publishedQuarter);

describe('the tables of a quarter', () => {
	test('are frozen once, and the key goes in the same step', async () => {
		const { ctx } = await world();
		const given = totals();
		const done = await publishQuarter(ctx, '2026-Q3', given);
		expect(done).toMatchObject({ outcome: 'published', problems: [] });
		expect(done.shown).toBeGreaterThan(50);
		expect(given.closeQuarter).toHaveBeenCalledOnce();
		expect(given.forgetClosed).toHaveBeenCalledOnce();
		const shown = (await cells(ctx)).filter(({ value }) => value !== null);
		expect(shown).toHaveLength(done.shown);
		await expect(publishQuarter(ctx, '2026-Q3', totals(310))).rejects.toThrow('hide');
		expect(await quarters(ctx)).toHaveLength(1);
	});

	test('come with the stories of each region, in no order of telling', async () => {
		const { ctx } = await world();
		await publishQuarter(ctx, '2026-Q3', totals());
		const told = (id: string) =>
			storiesIn(ctx.db.read, { quarter: '2026-Q3', region: id as RegionId });
		expect(await told('noord')).toEqual(['Eerst een verhaal.']);
		expect(await told('zuid')).toEqual(['Dan nog een.']);
		const rows = await ctx.db.read.select({ id: publishedStory.id }).from(publishedStory);
		expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted());
		await expect(
			ctx.db.write((tx) => tx.update(publishedStory).set({ words: 'Anders.' }))
		).rejects.toThrow();
	});

	test.each(['2026-Q4', '2027-Q1'] as const)('of %s are not made yet', async (quarter) => {
		const { ctx } = await world();
		await expect(publishQuarter(ctx, quarter, totals())).rejects.toThrow('hide');
		expect(await quarters(ctx)).toEqual([]);
	});

	test('are the same from the same answers, down to the mark', async () => {
		const marks = [];
		for (let times = 0; times < 2; times++) {
			const { ctx } = await world();
			await publishQuarter(ctx, '2026-Q3', totals());
			marks.push((await quarters(ctx))[0]?.digest);
		}
		expect(marks[0]).toBe(marks[1]);
		expect(marks[0]).toMatch(/^[0-9a-f]{64}$/);
	});

	test('stay as they are when somebody answers in the quarter that is open', async () => {
		const { ctx } = await world();
		await publishQuarter(ctx, '2026-Q3', totals());
		const before = await cells(ctx);
		await expect(publishQuarter(ctx, '2026-Q4', totals(301))).rejects.toThrow('hide');
		expect(await cells(ctx)).toEqual(before);
	});

	test('of few families have a row for every place, and no number', async () => {
		const { ctx } = await world();
		await publishQuarter(ctx, '2026-Q2', totals(9));
		await publishQuarter(ctx, '2026-Q3', totals(0));
		const rows = await cells(ctx);
		const of = (quarter: string) =>
			rows.filter((it) => it.quarter === quarter).map((it) => ({ ...it, quarter: '' }));
		expect(of('2026-Q2')).toEqual(of('2026-Q3'));
		expect(of('2026-Q2').length).toBeGreaterThan(100);
	});

	test.each([
		'UPDATE published_cell SET value = 9',
		'DELETE FROM published_cell',
		'INSERT OR REPLACE INTO published_cell SELECT * FROM published_cell',
		"UPDATE published_quarter SET digest = ''",
		'DELETE FROM published_quarter'
	])('are not changed: %s', async (statement) => {
		const { ctx } = await world();
		await publishQuarter(ctx, '2026-Q3', totals());
		const before = await cells(ctx);
		await expect(ctx.db.write((tx) => tx.run(sql.raw(statement)))).rejects.toThrow();
		expect(await cells(ctx)).toEqual(before);
	});

	test('are not written when the file cannot be let go of', async () => {
		const { ctx } = await world();
		const given = { ...totals(), closeQuarter: () => Promise.reject(new Error('full disk')) };
		await expect(publishQuarter(ctx, '2026-Q3', given)).rejects.toThrow('full disk');
		expect([await quarters(ctx), await cells(ctx)]).toEqual([[], []]);
	});
});

test('by itself, the newest quarter that is due is published from the real answers, once', async () => {
	const { ctx } = await world();
	expect(await publishDue(ctx)).toMatchObject({
		quarter: '2026-Q3',
		outcome: 'published',
		shown: 0
	});
	expect(await publishDue(ctx)).toBeNull();
});
