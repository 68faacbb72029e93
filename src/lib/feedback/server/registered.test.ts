import { expect, test } from 'vitest';
import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { ScoreId } from '#lib/plan/model.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import { goal, goalScore } from '#lib/server/db/schema/plan.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import type { Quarter } from '../model.ts';
import type { EndReason, TrajectoryId } from '../trajectory.model.ts';
import { observationsOf } from './totals.ts';

type Help = {
	readonly id: string;
	readonly child?: string;
	readonly from?: string;
	readonly until?: string;
	readonly reason?: EndReason;
	readonly countsIn?: Quarter;
};

async function world(...help: readonly Help[]) {
	const { ctx } = await aContext();
	await aFamilyInDatabase(ctx, {
		id: 'gezin',
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-11-05') },
			{ id: 'Sem', relation: 'kind', born: day('2012-05-05') }
		],
		regisseurs: [
			{ id: 'Erik', until: day('2026-11-01') },
			{ id: 'Samira', from: day('2026-11-01') }
		],
		goals: [
			{ words: 'naar school', children: ['Noor'] },
			{ words: 'slapen', children: ['Sem'] }
		]
	});
	await ctx.db.write((tx) =>
		tx.insert(trajectory).values(
			help.map(({ id, child = 'Noor', from = '2025-01-01', until, reason, countsIn }) => ({
				...{ id: id as TrajectoryId, childId: personId(child), familyId: 'gezin' as FamilyId },
				...{ providerId: 'organisatie' as OrganisationId, help: 'ambulant' as const },
				...{ from: day(from), until: until ? day(until) : null },
				...{ reason: reason ?? null, countsIn: countsIn ?? null }
			}))
		)
	);
	return ctx;
}

const seen = async (ctx: Ctx, quarter: Quarter) =>
	(await observationsOf(ctx.db, quarter))
		.map(({ criterion, informant, value }) => `${informant} ${criterion} ${value}`)
		.toSorted();

const IN_OCTOBER = { until: '2026-10-15', countsIn: '2026-Q4' } as const;

test.each<[EndReason, number]>([
	['01', 0],
	['02', 0],
	['03', 1],
	['04', 1],
	['05', 0]
])(
	'an end by reason %s counts as drop-out %d, in its own quarter only',
	async (reason, dropout) => {
		const ctx = await world({ id: 'hulp', reason, ...IN_OCTOBER });
		expect(await seen(ctx, '2026-Q4')).toEqual([`registration dropout ${dropout}`]);
		expect(await seen(ctx, '2026-Q3')).toEqual([]);
	}
);

test('help that goes on, or ends later, counts nowhere', async () => {
	const ctx = await world(
		{ id: 'nu' },
		{ id: 'gepland', until: '2026-12-01', countsIn: '2026-Q4' }
	);
	expect(await seen(ctx, '2026-Q4')).toEqual([]);
});

test('whether help was needed again is known a year after the end', async () => {
	const ended = { until: '2025-10-15', reason: '01', countsIn: '2025-Q4' } as const;
	const ctx = await world({ id: 'een', ...ended });
	expect(await seen(ctx, '2026-Q4')).toEqual(['registration no-new-start 1']);
	const again = await world({ id: 'een', ...ended }, { id: 'twee', from: '2026-03-01' });
	expect(await seen(again, '2026-Q4')).toEqual(['registration no-new-start 0']);
	const brother = await world(
		{ id: 'een', ...ended },
		{ id: 'twee', child: 'Sem', from: '2026-03-01' }
	);
	expect(await seen(brother, '2026-Q4')).toEqual(['registration no-new-start 1']);
});

test('goals reached come from the scale of the plan, of this child, at the end', async () => {
	const ctx = await world({ id: 'hulp', reason: '01', ...IN_OCTOBER });
	const goals = await ctx.db.read.select().from(goal);
	await ctx.db.write(async (tx) => {
		for (const { id, planId, children } of goals)
			await tx.insert(goalScore).values({
				...{ id: newId<ScoreId>(), planId, goalId: id, personId: personId('Noor'), at: ctx.now() },
				score: children.includes(personId('Noor')) ? 9 : 2
			});
	});
	expect(await seen(ctx, '2026-Q4')).toEqual(['registration dropout 0', 'registration goals 1']);
});

test('what is registered counts under age and regisseur of the last day of the help', async () => {
	const before = await world({ id: 'hulp', reason: '01', ...IN_OCTOBER });
	const after = await world({ id: 'hulp', reason: '01', ...IN_OCTOBER, until: '2026-11-10' });
	const [then] = await observationsOf(before.db, '2026-Q4');
	const [now] = await observationsOf(after.db, '2026-Q4');
	expect([then?.split.ageBand, now?.split.ageBand]).toEqual(['12-15', '16-17']);
	const both = await world(
		{ id: 'een', reason: '01', ...IN_OCTOBER },
		{ id: 'twee', reason: '01', ...IN_OCTOBER, until: '2026-11-10' }
	);
	const rows = await observationsOf(both.db, '2026-Q4');
	expect(new Set(rows.map(({ regisseur }) => regisseur)).size).toBe(2);
	expect(new Set(rows.map(({ family }) => family)).size).toBe(1);
	expect(JSON.stringify(rows)).not.toMatch(/Noor|gezin|Erik|Samira|hulp/);
});
