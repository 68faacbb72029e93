import { expect, test } from 'vitest';
import { aContext } from '../../../tests/support/database.ts';
import { formReceipt } from './db/schema/platform.ts';
import { forgetReceipts, once } from './receipt.ts';

test('the same form again gets the same answer, and changes nothing', async () => {
	const { ctx } = await aContext();
	let done = 0;
	const send = () => once(ctx, 'form', () => Promise.resolve(String(++done)));
	expect(await Promise.all([send(), send(), send()])).toEqual(['1', '1', '1']);
	expect(done).toBe(1);
});

test('a receipt is forgotten after a day, and not before', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const send = (key: string) => once(ctx, key, () => Promise.resolve('done'));
	const kept = async () =>
		(await ctx.db.read.select({ key: formReceipt.key }).from(formReceipt)).map(({ key }) => key);
	await send('first');
	moveTo('2026-11-22T20:00:00Z');
	await send('second');
	moveTo('2026-11-23T12:00:00Z');
	await forgetReceipts(ctx);
	expect(await kept()).toEqual(['first', 'second']);
	moveTo('2026-11-23T12:00:01Z');
	await forgetReceipts(ctx);
	expect(await kept()).toEqual(['second']);
});
