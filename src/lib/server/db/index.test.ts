import { readdirSync, readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { FamilyId, RegionId } from '#lib/family/model.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { openDatabase } from './index.ts';
import { migrateDatabase } from './migrate.ts';
import { organisation, region } from './schema/family.ts';
import { plan } from './schema/plan.ts';

const aRegion = (id: string, name = 'Regio') => ({
	id: id as RegionId,
	name,
	regisseurWord: 'regisseur' as const
});

test('fifty writes at once are all kept, one after another', async () => {
	const { ctx } = await aContext();
	await Promise.all(
		Array.from({ length: 50 }, (_, index) =>
			ctx.db.write(async (tx) => {
				const [{ count } = { count: 0 }] = await tx
					.select({ count: sql<number>`count(*)` })
					.from(region);
				await tx.insert(region).values(aRegion(`r${index}`, String(count)));
			})
		)
	);
	const names = (await ctx.db.read.select().from(region)).map((row) => Number(row.name));
	expect(names.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test('a write that fails leaves nothing behind, and the next one goes on', async () => {
	const { ctx } = await aContext();
	const failing = ctx.db.write(async (tx) => {
		await tx.insert(region).values(aRegion('half'));
		throw new Error('halfway');
	});
	await expect(failing).rejects.toThrow('halfway');
	await ctx.db.write((tx) => tx.insert(region).values(aRegion('whole')));
	expect((await ctx.db.read.select().from(region)).map((row) => row.id)).toEqual(['whole']);
});

test('statements that are written at once all hold, or none', async () => {
	const { ctx } = await aContext();
	const insert = (id: string) =>
		sql`INSERT INTO region (id, name, regisseur_word) VALUES (${id}, 'Regio', 'regisseur')`;
	const changes = await ctx.db.writeAtOnce([
		insert('a'),
		insert('b'),
		sql`UPDATE region SET name = 'Nieuw'`
	]);
	expect(changes).toEqual([1, 1, 2]);
	await expect(ctx.db.writeAtOnce([insert('c'), insert('a')])).rejects.toThrow('UNIQUE');
	expect((await ctx.db.read.select().from(region)).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('of many that are written together only the one that cannot be fails', async () => {
	const { ctx } = await aContext();
	const insert = (id: string) =>
		sql`INSERT INTO region (id, name, regisseur_word) VALUES (${id}, 'Regio', 'regisseur')`;
	const done = await Promise.allSettled(
		['a', 'b', 'a', 'c'].map((id) =>
			ctx.db.writeAtOnce([insert(id), sql`UPDATE region SET name = ${id} WHERE id = ${id}`])
		)
	);
	expect(done.map(({ status }) => status)).toEqual([
		'fulfilled',
		'fulfilled',
		'rejected',
		'fulfilled'
	]);
	const kept = (await ctx.db.read.select().from(region)).map(({ id, name }) => [id, name]);
	expect(kept).toEqual([
		['a', 'a'],
		['b', 'b'],
		['c', 'c']
	]);
});

test('between many writes others get a turn', async () => {
	const { ctx } = await aContext();
	const turns: string[] = [];
	const writing = Array.from({ length: 20 }, (_, index) =>
		ctx.db.write(async (tx) => {
			await tx.insert(region).values(aRegion(`r${index}`));
			turns.push('write');
		})
	);
	setImmediate(() => turns.push('other'));
	await Promise.all(writing);
	expect(turns.indexOf('other')).toBeGreaterThanOrEqual(0);
	expect(turns.indexOf('other')).toBeLessThan(19);
});

test('what is read is never half a write', async () => {
	const { ctx } = await aContext();
	let during: unknown[] = [];
	await ctx.db.write(async (tx) => {
		await tx.insert(region).values(aRegion('open'));
		during = await ctx.db.read.select().from(region);
	});
	expect(during).toEqual([]);
	expect(await ctx.db.read.select().from(region)).toHaveLength(1);
});

test('the reading side cannot write', async () => {
	const { ctx } = await aContext();
	await expect(async () => ctx.db.read.insert(region).values(aRegion('r'))).rejects.toThrow();
	expect(await ctx.db.read.select().from(region)).toEqual([]);
});

test('a row that points at nothing is refused', async () => {
	const { ctx } = await aContext();
	const orphan = ctx.db.write((tx) =>
		tx.insert(plan).values({
			id: 'plan' as typeof plan.$inferSelect.id,
			familyId: 'nergens' as FamilyId,
			state: 'active',
			from: '2026-01-01' as typeof plan.$inferSelect.from,
			reviewOn: null,
			reviewWords: null
		})
	);
	await expect(orphan).rejects.toThrow();
});

test('deleted text is gone from the file and its log', async () => {
	const { ctx, folder } = await aContext();
	const files = ['test.db', 'test.db-wal'].map((name) => `${folder}/${name}`);
	const onDisk = () => files.some((file) => readFileSync(file).includes('KANARIE'));
	await ctx.db.write((tx) => tx.insert(region).values(aRegion('r', 'KANARIE'.repeat(20))));
	expect(onDisk()).toBe(true);
	await ctx.db.write((tx) => tx.delete(region).where(eq(region.id, 'r' as RegionId)));
	await ctx.db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	expect(onDisk()).toBe(false);
});

test('with a key nothing on disk can be read', async () => {
	const { ctx, folder } = await aContext();
	const url = `file:${folder}/secret.db`;
	const encryptionKey = 'een-sleutel-van-genoeg-tekens';
	const db = await openDatabase({ url, encryptionKey });
	await migrateDatabase(db, 'drizzle', ctx.now);
	await db.write((tx) => tx.insert(region).values(aRegion('r', 'KANARIE')));
	expect(await db.read.select().from(region)).toHaveLength(1);
	db.close();
	for (const name of readdirSync(folder).filter((one) => one.startsWith('secret'))) {
		const text = readFileSync(`${folder}/${name}`, 'latin1');
		expect(text).not.toContain('KANARIE');
		expect(text).not.toContain('SQLite format');
	}
	await expect(openDatabase({ url })).rejects.toThrow();
});

test('two processes that start together both find the schema', async () => {
	const { ctx, folder } = await aContext();
	const config = { url: `file:${folder}/together.db` };
	const both = await Promise.all([openDatabase(config), openDatabase(config)]);
	await Promise.all(both.map((db) => migrateDatabase(db, 'drizzle', ctx.now)));
	await both[0].write((tx) => tx.insert(region).values(aRegion('r')));
	expect(await both[1].read.select().from(organisation)).toEqual([]);
	expect(await both[1].read.select().from(region)).toHaveLength(1);
	for (const db of both) db.close();
});
