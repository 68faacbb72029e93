import { beforeEach, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import {
	auditEntry,
	formReceipt,
	goal,
	planVersion,
	planVersionItem,
	step
} from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { EndingInput, GoalInput, StepInput, type EditInput } from '../edit.model.ts';
import { moveStep, savePart } from './edit.commands.ts';
import { planRow } from './store.ts';
import { changesAfter } from './version.store.ts';
import { restorePlan } from './restore.commands.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const BRAM = aPerson(personId('Bram'), 'second-factor');
const key = () => crypto.randomUUID();

let ctx: Ctx;
let goalId: string;
let stepId: string;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'oma', relation: 'netwerk' }
		],
		regisseurs: [{ id: 'Anna', standIn: 'Bram', standInFrom: day('2026-01-01') }],
		goals: [{ words: 'doel', children: ['Noor'], steps: [{ title: 'stap', owner: 'oma' }] }]
	});
	goalId = (await ctx.db.read.select().from(goal))[0]?.id ?? '';
	stepId = (await ctx.db.read.select().from(step))[0]?.id ?? '';
});

const aGoal = (ownWords: string, seen?: number): EditInput => ({
	kind: 'goal',
	input: GoalInput.parse({
		...{ key: key(), goal: goalId, ownWords, group: 'nu', children: 'Noor' },
		...(seen === undefined ? {} : { seen: String(seen) })
	})
});
const aStep = (title: string, seen: number): EditInput => ({
	kind: 'step',
	input: StepInput.parse({
		...{ key: key(), step: stepId, goal: goalId, title, owner: 'oma', state: 'bezig' },
		seen: String(seen)
	})
});
const everything = async () =>
	JSON.stringify(
		await Promise.all(
			[goal, step, planVersion, planVersionItem, auditEntry, formReceipt].map((table) =>
				ctx.db.read.select().from(table)
			)
		)
	);
const refusal = async (work: Promise<unknown>) => {
	const before = await everything();
	const thrown = await work.catch((e: unknown) => e);
	expect(thrown).toBeInstanceOf(Refused);
	expect(await everything()).toBe(before);
	return (thrown as Refused).errors;
};
const saved = async () => (await planRow(ctx.db.read, FAMILY))?.goals[0]?.ownWords;

test('regisseur and stand-in write the same part: the later one is told, and nothing is lost', async () => {
	await savePart(ctx, ANNA, FAMILY, aGoal('van Anna', 0));
	const told = await refusal(savePart(ctx, BRAM, FAMILY, aGoal('van Bram', 0)));
	expect(told).toEqual({ seen: 'fout.intussenAnders' });
	expect(await saved()).toBe('van Anna');
	await savePart(ctx, BRAM, FAMILY, aGoal('van Bram', 1));
	expect(await saved()).toBe('van Bram');
});

test('the same person in two tabs is told as well', async () => {
	await savePart(ctx, ANNA, FAMILY, aGoal('eerste tab', 0));
	expect(await refusal(savePart(ctx, ANNA, FAMILY, aGoal('tweede tab', 0)))).toHaveProperty('seen');
});

test('a step that its owner moved since is not written over', async () => {
	const oma = aPerson(personId('oma'));
	await moveStep(ctx, oma, FAMILY, { key: key(), step: stepId as never, state: 'klaar' });
	expect(await refusal(savePart(ctx, ANNA, FAMILY, aStep('anders', 0)))).toHaveProperty('seen');
});

test('a change elsewhere in the plan stops nobody; nor does a form that says nothing of a version', async () => {
	await savePart(ctx, ANNA, FAMILY, aGoal('van Anna', 0));
	await savePart(ctx, BRAM, FAMILY, aStep('van Bram', 0));
	await savePart(ctx, BRAM, FAMILY, aGoal('zonder versie'));
	expect(await saved()).toBe('zonder versie');
});

test('the same form twice is one change, not a refusal of the second', async () => {
	const edit = aGoal('van Anna', 0);
	await savePart(ctx, ANNA, FAMILY, edit);
	await savePart(ctx, ANNA, FAMILY, edit);
	expect(await ctx.db.read.select().from(planVersion)).toHaveLength(1);
});

test('a part that was taken out since', async () => {
	await savePart(ctx, ANNA, FAMILY, aGoal('eerst', 0));
	const added = await savePart(ctx, ANNA, FAMILY, {
		kind: 'goal',
		input: GoalInput.parse({ key: key(), ownWords: 'nieuw', group: 'nu', children: 'Noor' })
	});
	await restorePlan(ctx, ANNA, FAMILY, { key: key(), version: 1, seen: 2 });
	const late = GoalInput.parse({
		...{ key: key(), goal: added, ownWords: 'te laat', group: 'nu', children: 'Noor', seen: '2' }
	});
	const told = await refusal(savePart(ctx, BRAM, FAMILY, { kind: 'goal', input: late }));
	expect(told).toEqual({ seen: 'fout.intussenWeg' });
});

test('the ending is a part as well, and what the form was made at does not enter it', async () => {
	const ending = (endWords: string): EditInput => ({
		kind: 'ending',
		input: EndingInput.parse({ key: key(), endWords, seen: '0' })
	});
	await savePart(ctx, ANNA, FAMILY, ending('zo stopt het'));
	const now = await planRow(ctx.db.read, FAMILY);
	const [change] = await changesAfter(ctx.db.read, now?.id as never, 0);
	expect(Object.keys(change?.after ?? {}).sort()).toEqual(
		['endWords', 'relapseWords', 'reviewOn', 'reviewWords'].sort()
	);
	expect(await refusal(savePart(ctx, BRAM, FAMILY, ending('anders')))).toHaveProperty('seen');
});
