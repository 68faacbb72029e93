import { expect, test } from 'vitest';
import type { Actor } from '#lib/kernel/actor.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aMessage, changedAll } from '../../../../tests/support/case-message.ts';
import { sourceOf } from '../problems.ts';
import { importMessage } from './commands.ts';

type End = { readonly on: string; readonly until?: string; readonly reason?: string };

/** What is known of the help after each telling of its end, on a day of its own. */
async function told(...ends: readonly End[]) {
	const { ctx, moveTo } = await aContext(`${ends[0]?.on}T12:00:00Z`);
	for (const [at, { on, until, reason }] of ends.entries()) {
		moveTo(`${on}T12:00:00Z`);
		const json = changedAll(aMessage(), {
			messageId: `message-${at}`,
			sentAt: `${on}T12:00:00+01:00`,
			'families[0].trajectories[0].until': until,
			'families[0].trajectories[0].reason': reason
		});
		const actor: Actor = { kind: 'machine', source: sourceOf(json) };
		const outcome = await importMessage(ctx, actor, json);
		expect(outcome, JSON.stringify(outcome)).toMatchObject({ state: 'taken-in' });
	}
	return ctx.db.read.select().from(trajectory).get();
}

test.each<[string, readonly End[], string | null]>([
	['no end', [{ on: '2026-11-22' }], null],
	[
		'told in time: the quarter of its last day',
		[{ on: '2026-09-20', until: '2026-10-01', reason: '01' }],
		'2026-Q3'
	],
	[
		'told afterwards: the quarter in which it was told',
		[{ on: '2026-11-22', until: '2026-10-01', reason: '01' }],
		'2026-Q4'
	],
	['planned ahead', [{ on: '2026-11-22', until: '2027-02-01' }], '2027-Q1'],
	[
		'told again later: the quarter in which it was first told',
		[
			{ on: '2026-09-20', until: '2026-09-15', reason: '01' },
			{ on: '2026-11-22', until: '2026-09-15', reason: '03' }
		],
		'2026-Q3'
	],
	[
		'an end that was told after no end',
		[{ on: '2026-09-20' }, { on: '2026-11-22', until: '2026-11-22', reason: '02' }],
		'2026-Q4'
	],
	[
		'a planned end that moved before it came',
		[
			{ on: '2026-09-20', until: '2026-12-01' },
			{ on: '2026-11-22', until: '2027-02-01' }
		],
		'2027-Q1'
	],
	[
		'a planned end that was taken back before it came',
		[{ on: '2026-09-20', until: '2026-12-01' }, { on: '2026-11-22' }],
		null
	]
])('an end counts where it was told: %s', async (_, ends, quarter) => {
	expect((await told(...ends))?.countsIn).toBe(quarter);
});
