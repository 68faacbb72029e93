import { beforeEach, expect, test, vi } from 'vitest';
import { publishedQuarter, stoppedQuarter } from '#lib/server/db/schema/council.ts';
import { aContext } from '../../../../tests/support/database.ts';
import type { Disclosure } from '../disclosure.rules.ts';
import { publishDue, quarterDue } from './publish.commands.ts';

const made = vi.hoisted(() => ({ times: 0, problems: [] as string[] }));

// The rules leave nothing for the audit to find: here it finds something all the same.
vi.mock('../disclosure.rules.ts', async (original) => {
	const { disclose } = await original<{ disclose: (...given: unknown[]) => Disclosure }>();
	return {
		disclose: (...given: unknown[]) => {
			made.times++;
			return { ...disclose(...given), problems: made.problems };
		}
	};
});

beforeEach(() => Object.assign(made, { times: 0, problems: ['span'] }));

const DAY = 86_400_000;

test('a quarter that the audit stopped is tried once a day, and published when nothing is found', async () => {
	const { ctx } = await aContext();
	const later = (days: number) => ({
		...ctx,
		now: () => new Date(ctx.now().getTime() + days * DAY)
	});
	expect(await publishDue(ctx)).toMatchObject({ outcome: 'stopped', problems: ['span'] });
	expect(await ctx.db.read.select().from(publishedQuarter)).toEqual([]);
	expect(await quarterDue(ctx)).toBeNull();
	expect(await publishDue(ctx)).toBeNull();
	expect(made.times).toBe(1);

	expect(await publishDue(later(1))).toMatchObject({ outcome: 'stopped' });
	expect(await publishDue(later(1))).toBeNull();
	expect(made.times).toBe(2);

	made.problems = [];
	expect(await publishDue(later(2))).toMatchObject({ outcome: 'published' });
	expect(await ctx.db.read.select().from(stoppedQuarter)).toEqual([]);
	expect(await publishDue(later(2))).toBeNull();
});
