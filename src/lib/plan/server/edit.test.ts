import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { auditEntry, goal, plan, planVersion, step } from '#lib/server/db/schema/index.ts';
import english from '../../../../messages/en.json' with { type: 'json' };
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import {
	EndingInput,
	GoalInput,
	MoveStepInput,
	ScoreInput,
	StepInput,
	type EditInput
} from '../edit.model.ts';
import type { GoalId } from '../model.ts';
import { agreePlan } from './agreed.commands.ts';
import { moveStep, savePart } from './edit.commands.ts';
import { itemsOf } from './items.ts';
import { scoreGoal } from './score.commands.ts';
import { planRow } from './store.ts';
import { changesAfter } from './version.store.ts';
import { undo } from '../version.rules.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const NOOR = aPerson(personId('Noor'));

let ctx: Ctx;
let goalId: GoalId;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'ex-oom', relation: 'netwerk', until: day('2026-01-01') }
		],
		regisseurs: [{ id: 'Anna' }],
		goals: [{ words: 'doel', children: ['Noor'], steps: [{ title: 'stap van oma', owner: 'oma' }] }]
	});
	const [row] = await ctx.db.read.select().from(goal);
	goalId = row?.id as GoalId;
});

const key = () => crypto.randomUUID();
const aGoal = (given: Record<string, string> = {}): EditInput => ({
	kind: 'goal',
	input: GoalInput.parse({
		...{ key: key(), ownWords: 'Noor slaapt weer goed', group: 'nu', children: 'Noor' },
		...given
	})
});
const aStep = (given: Record<string, string> = {}): EditInput => ({
	kind: 'step',
	input: StepInput.parse({
		...{ key: key(), goal: goalId, title: 'Samen lezen', owner: 'moeder', due: '2026-12-01' },
		...given
	})
});
const versions = () => ctx.db.read.select().from(planVersion);
const everything = async () =>
	JSON.stringify([
		await ctx.db.read.select().from(plan),
		await ctx.db.read.select().from(goal),
		await ctx.db.read.select().from(step),
		await versions(),
		await ctx.db.read.select().from(auditEntry)
	]);

describe('the regisseur writes the plan', () => {
	test('each change is one version, with who and when, and one row in the log', async () => {
		const id = await savePart(ctx, ANNA, FAMILY, aGoal());
		await savePart(ctx, ANNA, FAMILY, aStep({ goal: id }));
		await savePart(ctx, ANNA, FAMILY, aGoal({ goal: id, group: 'gestopt' }));
		expect(await versions()).toMatchObject(
			[1, 2, 3].map((number) => ({ number, authorId: 'Anna', cause: 'edit', at: ctx.now() }))
		);
		const row = await planRow(ctx.db.read, FAMILY);
		expect(row?.version).toBe(3);
		expect(row?.goals.find((one) => one.id === id)).toMatchObject({
			...{ group: 'gestopt', ownWords: 'Noor slaapt weer goed', position: 1 }
		});
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.map((one) => one.ability)).toEqual(['plan.write', 'plan.write', 'plan.write']);
	});

	test('only what changed is kept, and every earlier version can be rebuilt from it', async () => {
		const before = await planRow(ctx.db.read, FAMILY);
		await savePart(ctx, ANNA, FAMILY, aStep());
		await savePart(ctx, ANNA, FAMILY, aGoal({ goal: goalId, ownWords: 'andere woorden' }));
		const now = await planRow(ctx.db.read, FAMILY);
		if (!before || !now) throw new Error('no plan');
		const changes = await changesAfter(ctx.db.read, now.id, 0);
		expect(changes).toHaveLength(2);
		expect(undo(itemsOf(now), changes)).toEqual(itemsOf(before));
	});

	test('the same form twice is one change; a form that says what is there makes no version', async () => {
		const edit = aStep();
		const first = await savePart(ctx, ANNA, FAMILY, edit);
		expect(await savePart(ctx, ANNA, FAMILY, edit)).toBe(first);
		await savePart(ctx, ANNA, FAMILY, aStep({ step: first }));
		expect(await versions()).toHaveLength(1);
	});

	test.each([
		['a step without an owner', () => StepInput.parse({ key: key(), goal: goalId, title: 'x' })],
		['a step without words', () => aStep({ title: ' ' })],
		['a goal without words', () => aGoal({ ownWords: '' })],
		['a goal without a child', () => aGoal({ children: '' })],
		['a day that does not exist', () => aStep({ due: '2026-02-30' })],
		['a score of 11', () => ScoreInput.parse({ key: key(), goal: goalId, score: '11' })]
	])('%s is refused at the door', (_, parse) => {
		expect(parse).toThrow();
	});

	test.each([
		['an owner who left the family', () => aStep({ owner: 'ex-oom' }), 'owner', 'fout.eigenaar'],
		['an owner nobody knows', () => aStep({ owner: 'wie-dan' }), 'owner', 'fout.eigenaar'],
		['a goal of another plan', () => aStep({ goal: 'elders' }), 'goal', 'fout.doel'],
		[
			'a goal that is still an example',
			() => aGoal({ ownWords: ' iedereen  slaapt op tijd ' }),
			'ownWords',
			'edit.stillExample'
		],
		[
			'a step that is still an example, in English',
			() => aStep({ title: english.template.sleepStep }),
			'title',
			'edit.stillExample'
		],
		[
			'a child of another family',
			() => aGoal({ children: 'Noor,Sam' }),
			'children',
			'fout.kinderen'
		]
	])('%s is refused and changes nothing', async (_, edit, field, message) => {
		const before = await everything();
		const refusal = await savePart(ctx, ANNA, FAMILY, edit()).catch((e: unknown) => e);
		expect(refusal).toBeInstanceOf(Refused);
		expect((refusal as Refused).errors).toEqual({ [field]: message });
		expect(await everything()).toBe(before);
	});

	test.each<[string, Actor]>([
		['her mother', MOTHER],
		['the child', NOOR],
		['grandmother', aPerson(personId('oma'))],
		['a stranger', aPerson(personId('niemand'))],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a visitor', visitor]
	])('%s writes nothing', async (_, actor) => {
		const before = await everything();
		await expect(savePart(ctx, actor, FAMILY, aGoal())).rejects.toBeInstanceOf(Denied);
		await expect(savePart(ctx, actor, FAMILY, aStep())).rejects.toBeInstanceOf(Denied);
		await expect(agreePlan(ctx, actor, FAMILY, { key: key() })).rejects.toBeInstanceOf(Denied);
		expect(await everything()).toBe(before);
	});

	test('a part that is not in this plan answers as if it were not there', async () => {
		const edit = aGoal({ goal: 'elders' });
		await expect(savePart(ctx, ANNA, FAMILY, edit)).rejects.toMatchObject({
			decision: { outcome: 'hide' }
		});
	});
});

describe('moving a step', () => {
	const stepOfGrandmother = async () => (await ctx.db.read.select().from(step))[0];
	const move = async (actor: Actor) =>
		moveStep(
			ctx,
			actor,
			FAMILY,
			MoveStepInput.parse({ key: key(), step: (await stepOfGrandmother())?.id, state: 'klaar' })
		);

	test.each([
		['its owner', aPerson(personId('oma')), 'oma'],
		['the regisseur', ANNA, 'Anna']
	])('%s moves it, and stands beside it', async (_, actor, by) => {
		await move(actor);
		expect(await stepOfGrandmother()).toMatchObject({
			...{ state: 'klaar', stateBy: by, stateOn: '2026-11-22' }
		});
		expect(await versions()).toMatchObject([{ number: 1, authorId: by }]);
	});

	test.each([
		['her mother, whose step it is not', MOTHER],
		['the child', NOOR],
		['a father without gezag', aPerson(personId('vader'))],
		['a stranger', aPerson(personId('niemand'))],
		['a visitor', visitor]
	])('%s does not', async (_, actor) => {
		const before = await everything();
		await expect(move(actor)).rejects.toBeInstanceOf(Denied);
		expect(await everything()).toBe(before);
	});
});

test.each([
	`UPDATE goal_score SET words = 'anders'`,
	'DELETE FROM goal_score',
	'INSERT OR REPLACE INTO goal_score SELECT * FROM goal_score'
])('the database keeps a mark and its words as they were given: %s', async (sql) => {
	await scoreGoal(
		ctx,
		MOTHER,
		FAMILY,
		ScoreInput.parse({ key: key(), goal: goalId, score: '6', words: 'Het gaat beter' })
	);
	await expect(ctx.db.client.execute(sql)).rejects.toThrow('goal_score is append-only');
});

describe('the scaling question', () => {
	const score = (actor: Actor) =>
		scoreGoal(
			ctx,
			actor,
			FAMILY,
			ScoreInput.parse({ key: key(), goal: goalId, score: '6', words: 'Het gaat beter' })
		);

	test.each([
		['her mother', MOTHER],
		['the child of 13', NOOR]
	])('%s answers it', async (_, actor) => {
		expect(await score(actor)).toBe(goalId);
	});

	test.each([
		['the regisseur', ANNA],
		['a father without gezag', aPerson(personId('vader'))],
		['grandmother', aPerson(personId('oma'))],
		['a visitor', visitor]
	])('%s does not', async (_, actor) => {
		await expect(score(actor)).rejects.toBeInstanceOf(Denied);
	});
});

describe('agreed', () => {
	const ending = (given: Record<string, string>): EditInput => ({
		kind: 'ending',
		input: EndingInput.parse({ key: key(), ...given })
	});
	const whole = {
		reviewOn: '2027-02-01',
		endWords: 'Zo stopt het',
		relapseWords: 'Dan bellen wij'
	};

	test.each([
		['a review date', { ...whole, reviewOn: '' }, ['reviewOn']],
		['how the help ends', { ...whole, endWords: '' }, ['endWords']],
		['what happens on a relapse', { ...whole, relapseWords: '' }, ['relapseWords']],
		['all three', {}, ['reviewOn', 'endWords', 'relapseWords']]
	])('is refused without %s', async (_, given, fields) => {
		await savePart(ctx, ANNA, FAMILY, ending(given));
		const before = await everything();
		const refusal = await agreePlan(ctx, ANNA, FAMILY, { key: key() }).catch((e: unknown) => e);
		expect(refusal).toBeInstanceOf(Refused);
		expect(Object.keys((refusal as Refused).errors)).toEqual(fields);
		expect(await everything()).toBe(before);
	});

	test('holds for the version it was said of, not for later ones', async () => {
		await savePart(ctx, ANNA, FAMILY, ending(whole));
		await agreePlan(ctx, ANNA, FAMILY, { key: key() });
		await savePart(ctx, ANNA, FAMILY, aGoal());
		expect(await planRow(ctx.db.read, FAMILY)).toMatchObject({
			...{ version: 2, agreedVersion: 1, agreedOn: '2026-11-22' }
		});
	});
});

test('a second active plan is refused by the database itself', async () => {
	const [row] = await ctx.db.read.select().from(plan);
	if (!row) throw new Error('no plan');
	const second = ctx.db.write(async (tx) => {
		await tx.insert(plan).values({ ...row, id: 'tweede' as never });
	});
	await expect(second).rejects.toThrow();
});
