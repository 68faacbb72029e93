import { scryptSync } from 'node:crypto';
import type { TransactionMode } from '@libsql/client';
import { expect, test, vi } from 'vitest';
import type { Ctx } from '#lib/server/ctx.ts';
import { anAccount, mailSent } from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { askLink, useCode } from './sign-in.commands.ts';

// How long an answer takes may not tell whether an address is known. A clock in a test is a coin on a
// busy machine, so this counts the work itself: every statement, and every slow comparison.
vi.mock('node:crypto', async (original) => {
	const crypto = await original<typeof import('node:crypto')>();
	return { ...crypto, scryptSync: vi.fn(crypto.scryptSync) };
});

/** Every statement of write transactions from now on. */
function statementsOf(ctx: Ctx): string[] {
	const statements: string[] = [];
	const { client } = ctx.db;
	const open = client.transaction.bind(client);
	client.transaction = async (mode: TransactionMode = 'write') => {
		const transaction = await open(mode);
		const execute = transaction.execute.bind(transaction);
		transaction.execute = (statement) => {
			statements.push(typeof statement === 'string' ? statement : statement.sql);
			return execute(statement);
		};
		return transaction;
	};
	return statements;
}

test('a known and an unknown address take the same work, asking and guessing', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	const statements = statementsOf(ctx);
	const compared = vi.mocked(scryptSync);

	async function workFor(email: string) {
		const secret = `browser of ${email}`;
		statements.length = 0;
		compared.mockClear();
		await askLink(ctx, { secret, key: 'ask' }, { email, next: '/plan', locale: 'nl' });
		const asking = { statements: [...statements], compared: compared.mock.calls.length };
		await mailSent(ctx);
		statements.length = 0;
		compared.mockClear();
		await useCode(ctx, { secret, key: 'code' }, 'WRONG1', { device: 'phone', session: null });
		const guessing = { statements: [...statements], compared: compared.mock.calls.length };
		return { asking, guessing };
	}

	const known = await workFor('sanne@voorbeeld.nl');
	expect(await workFor('niemand@voorbeeld.nl')).toEqual(known);
	expect(known.asking.statements.length).toBeGreaterThan(4);
	expect(known.asking.compared).toBe(0);
	expect(known.guessing.compared).toBe(1);
});
