import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { GoalInput, ScoreInput, StepInput } from '../edit.model.ts';
import { savePart } from './edit.commands.ts';
import { getVersionsPage } from './history.queries.ts';
import { restorePlan } from './restore.commands.ts';
import { getRestorePage } from './restore.queries.ts';
import { scoreGoal } from './score.commands.ts';
import { planRow } from './store.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const BRAM = aPerson(personId('Bram'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const key = () => crypto.randomUUID();

let ctx: Ctx;
let goalId: string;
beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'oom', relation: 'netwerk' }
		],
		regisseurs: [{ id: 'Anna', standIn: 'Bram', standInFrom: day('2026-01-01') }]
	});
	goalId = await goal('eerste woorden');
});

const goal = (ownWords: string, id?: string) =>
	savePart(ctx, ANNA, FAMILY, {
		kind: 'goal',
		input: GoalInput.parse({
			...{ key: key(), ownWords, group: 'nu', children: 'Noor' },
			...(id && { goal: id })
		})
	});
const step = (title: string, owner: string, id?: string) =>
	savePart(ctx, ANNA, FAMILY, {
		kind: 'step',
		input: StepInput.parse({
			...{ key: key(), goal: goalId, title, owner },
			...(id && { step: id })
		})
	});
const planNow = async () => {
	const row = await planRow(ctx.db.read, FAMILY);
	if (!row) throw new Error('no plan');
	return row;
};
const contentNow = async () => {
	const { goals, steps, situations, exits, endWords, reviewOn } = await planNow();
	return { goals, steps, situations, exits, endWords, reviewOn };
};
const restore = async (
	actor: Actor,
	version: number,
	given: { seen?: number; key?: string } = {}
) => {
	const seen = given.seen ?? (await planNow()).version;
	return restorePlan(ctx, actor, FAMILY, { key: given.key ?? key(), version, seen });
};
const everything = async () =>
	JSON.stringify(
		await Promise.all(
			[
				...[tables.plan, tables.goal, tables.step, tables.planVersion, tables.planVersionItem],
				...[tables.auditEntry, tables.formReceipt, tables.goalScore]
			].map((table) => ctx.db.read.select().from(table))
		)
	);
const leaves = (who: string) =>
	ctx.db.write(async (tx) => {
		await tx
			.update(tables.participant)
			.set({ until: day('2026-11-22') })
			.where(eq(tables.participant.personId, who as PersonId));
	});

test.each([
	['the regisseur', ANNA],
	['the stand-in', BRAM]
])(
	'%s puts an earlier plan back, as a new version; nothing leaves the history',
	async (_, actor) => {
		await step('samen lezen', 'oma');
		const then = await contentNow();
		await goal('andere woorden', goalId);
		await goal('nog een doel');
		await restore(actor, 2);
		expect(await contentNow()).toEqual(then);
		const rows = await ctx.db.read.select().from(tables.planVersion);
		expect(rows.map(({ number, cause, restored }) => [number, cause, restored])).toEqual([
			...[1, 2, 3, 4].map((number) => [number, 'edit', null]),
			[5, 'restore', 2]
		]);
		const [newest] = (await getVersionsPage(ctx, MOTHER, FAMILY)).versions;
		expect(newest).toMatchObject({ cause: 'restore', restoredAt: ctx.now() });
	}
);

test('what was taken out comes back under its own id, with the scores that were given', async () => {
	const score = { key: key(), goal: goalId, score: '6' };
	const second = await goal('tweede doel');
	await scoreGoal(ctx, MOTHER, FAMILY, ScoreInput.parse({ ...score, goal: second }));
	await restore(ANNA, 1);
	expect((await planNow()).goals.map(({ id }) => id)).toEqual([goalId]);
	await restore(ANNA, 2);
	expect((await planNow()).goals.map(({ id }) => id)).toEqual([goalId, second]);
	expect(await ctx.db.read.select().from(tables.goalScore)).toMatchObject([{ goalId: second }]);
});

test('the same form twice puts back once', async () => {
	await goal('anders', goalId);
	const given = { key: key(), seen: 2 };
	await restore(ANNA, 1, given);
	await restore(ANNA, 1, given);
	expect((await planNow()).version).toBe(3);
});

test('a plan that says the same already makes no version', async () => {
	await goal('anders', goalId);
	await goal('eerste woorden', goalId);
	await restore(ANNA, 1);
	expect((await planNow()).version).toBe(3);
});

describe('refused, and nothing changed', () => {
	const refusal = async (work: () => Promise<unknown>) => {
		const before = await everything();
		const thrown = await work().catch((e: unknown) => e);
		expect(await everything()).toBe(before);
		return thrown;
	};

	test('when the plan changed since the page was made', async () => {
		await goal('anders', goalId);
		await goal('weer anders', goalId);
		const thrown = await refusal(() => restore(ANNA, 1, { seen: 2 }));
		expect((thrown as Refused).errors).toEqual({ version: 'fout.planVeranderd' });
	});

	test('when somebody who does a step left the family; the page says which and who', async () => {
		const stepId = await step('stap van oom', 'oom');
		await step('stap van oma', 'oma', stepId);
		await leaves('oom');
		const thrown = await refusal(() => restore(ANNA, 2));
		expect((thrown as Refused).errors).toEqual({ version: 'fout.nietTerug' });
		expect((await getRestorePage(ctx, ANNA, FAMILY, 2)).obstacles).toEqual([
			{ kind: 'step', name: 'stap van oom', who: 'oom' }
		]);
		expect((await getRestorePage(ctx, ANNA, FAMILY, 1)).obstacles).toEqual([]);
	});

	test('a version that is not there, or is the one of now', async () => {
		for (const version of [1, 2, 99]) {
			expect(await refusal(() => restore(ANNA, version))).toBeInstanceOf(Denied);
		}
	});

	test.each<[string, Actor]>([
		['her mother', MOTHER],
		['the child', aPerson(personId('Noor'))],
		['grandmother', aPerson(personId('oma'))],
		['a stranger', aPerson(personId('niemand'))],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a visitor', visitor]
	])('%s', async (_, actor) => {
		await goal('anders', goalId);
		const thrown = await refusal(() => restore(actor, 1));
		expect(thrown).toBeInstanceOf(Denied);
		expect((thrown as Denied).decision.outcome).toBe('hide');
	});
});
