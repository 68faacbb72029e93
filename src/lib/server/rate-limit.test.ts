import { expect, test } from 'vitest';
import { aContext } from '../../../tests/support/database.ts';
import { rateWindow } from './db/schema/platform.ts';
import { forgetWindows, LIMITS, withinLimit } from './rate-limit.ts';

async function aCounter(limit: (typeof LIMITS)[keyof typeof LIMITS]) {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const attempt = (subject = 'iemand@example.org') =>
		ctx.db.write((tx) => withinLimit(tx, limit, subject, ctx.now()));
	return { ctx, moveTo, attempt };
}

test('three mails an hour to one address; another address has its own count', async () => {
	const { attempt, moveTo } = await aCounter(LIMITS.signInMailHour);
	for (const within of [true, true, true, false]) expect(await attempt()).toBe(within);
	expect(await attempt('ander@example.org')).toBe(true);
	moveTo('2026-11-22T12:59:59Z');
	expect(await attempt()).toBe(false);
	moveTo('2026-11-22T13:00:00Z');
	expect(await attempt()).toBe(true);
});

test('whose tries these are is kept as a hash', async () => {
	const { ctx, attempt } = await aCounter(LIMITS.signInMail);
	await attempt();
	const [row] = await ctx.db.read.select().from(rateWindow);
	expect(row?.subject).toMatch(/^[0-9a-f]{64}$/);
});

test('no limit counts for longer than its count is kept', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const longest = Math.max(...Object.values(LIMITS).map(({ seconds }) => seconds));
	await ctx.db.write((tx) => withinLimit(tx, LIMITS.post, 'one', ctx.now()));
	moveTo(new Date(Date.parse('2026-11-22T12:00:00Z') + longest * 1000).toISOString());
	await forgetWindows(ctx);
	expect(await ctx.db.read.select().from(rateWindow)).toHaveLength(1);
});

test('a count is forgotten two hours after it began', async () => {
	const { ctx, moveTo, attempt } = await aCounter(LIMITS.post);
	await attempt('one');
	moveTo('2026-11-22T14:00:00Z');
	await attempt('two');
	await forgetWindows(ctx);
	expect(await ctx.db.read.select().from(rateWindow)).toHaveLength(2);
	moveTo('2026-11-22T14:00:01Z');
	await forgetWindows(ctx);
	expect(await ctx.db.read.select({ at: rateWindow.startedAt }).from(rateWindow)).toEqual([
		{ at: new Date('2026-11-22T14:00:00Z') }
	]);
});
