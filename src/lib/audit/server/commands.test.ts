import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { allow, authorize, policy } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson } from '../../../../tests/support/facts.ts';
import { recordAudit } from './commands.ts';
import { checkChain } from './queries.ts';

const canTest = policy('thing.read', () => allow('regisseur'));

const write = (ctx: Ctx, id: string) =>
	ctx.db.write((tx) =>
		recordAudit(ctx, tx, authorize(canTest, aPerson(), { id }), { action: 'read', thing: 'thing' })
	);

test('rows written at once form one chain', async () => {
	const { ctx } = await aContext();
	await Promise.all(['a', 'b', 'c', 'd'].map((id) => write(ctx, id)));
	expect(await checkChain(ctx.db.read)).toEqual({ whole: true, rows: 4 });
});

test.each([
	['changed', "UPDATE audit_entry SET actor_id = 'ander'"],
	['removed', 'DELETE FROM audit_entry WHERE sequence = 2']
])('the database refuses that a row is %s', async (_, statement) => {
	const { ctx } = await aContext();
	await write(ctx, 'a');
	await write(ctx, 'b');
	await expect(ctx.db.client.execute(statement)).rejects.toThrow('append-only');
	expect(await checkChain(ctx.db.read)).toEqual({ whole: true, rows: 2 });
});

test.each([
	['an edited row', "UPDATE audit_entry SET thing_id = 'ander' WHERE sequence = 2", 2],
	['a removed row', 'DELETE FROM audit_entry WHERE sequence = 2', 3],
	['a removed first row', 'DELETE FROM audit_entry WHERE sequence = 1', 2]
])('with the triggers taken away, %s is found', async (_, statement, brokenAt) => {
	const { ctx } = await aContext();
	for (const id of ['a', 'b', 'c']) await write(ctx, id);
	await ctx.db.write(async (tx) => {
		await tx.run(sql`DROP TRIGGER audit_entry_no_update`);
		await tx.run(sql`DROP TRIGGER audit_entry_no_delete`);
		await tx.run(sql.raw(statement));
	});
	expect(await checkChain(ctx.db.read)).toEqual({ whole: false, brokenAt });
});
