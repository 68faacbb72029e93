import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry, goal, step } from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { EndingInput, ExitInput, GroupInput, MoveStepInput, StepInput } from '../edit.model.ts';
import type { GoalId } from '../model.ts';
import { agreePlan } from './agreed.commands.ts';
import { moveGoal, moveStep, savePart } from './edit.commands.ts';
import { getEndingPage } from './ending.queries.ts';
import {
	getEndingForm,
	getExitForm,
	getGoalForm,
	getSituationForm,
	getStepForm
} from './form.queries.ts';
import { getGoalPage } from './goal.queries.ts';
import { getPlanPage } from './queries.ts';
import { scoreGoal } from './score.commands.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const FATHER = aPerson(personId('vader'));
const GRANDMOTHER = aPerson(personId('oma'));
const NOOR = aPerson(personId('Noor'));

let ctx: Ctx;
let moveTo: (to: string) => Date;
let ofSam: GoalId;
let ofNoor: GoalId;

/** Sam is 12, Noor 17 and under supervision; only Sam is the father's. */
beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Sam', relation: 'kind', born: day('2014-01-01') },
			{ id: 'Noor', relation: 'kind', born: day('2009-06-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Sam: 'gezamenlijk', Noor: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder', gezagOver: { Sam: 'gezamenlijk' } },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'helper', relation: 'professional' }
		],
		regisseurs: [{ id: 'Anna', standIn: 'Bram' }],
		kaders: [{ child: 'Noor', kind: 'ots' }],
		goals: [
			{
				words: 'doel van Sam',
				children: ['Sam'],
				steps: [
					{ title: 'stap van oma', owner: 'oma' },
					{ title: 'stap van Noor', owner: 'Noor' },
					{ title: 'stap van de helper', owner: 'helper' }
				]
			},
			{ words: 'doel van Noor', children: ['Noor'] },
			{ words: 'doel van samen', children: ['Sam', 'Noor'] }
		]
	});
	const goals = await ctx.db.read.select().from(goal);
	const idOf = (words: string) => goals.find((one) => one.ownWords === words)?.id as GoalId;
	[ofSam, ofNoor] = [idOf('doel van Sam'), idOf('doel van Noor')];
});

const key = () => crypto.randomUUID();
const hidden = { decision: { outcome: 'hide' } };
const see = (actor: Actor, id = ofSam) => getGoalPage(ctx, actor, FAMILY, id);
const stepOf = async (title: string) =>
	(await ctx.db.read.select().from(step)).find((one) => one.title === title)?.id ?? '';
const score = (actor: Actor, given: string, id = ofSam) =>
	scoreGoal(ctx, actor, FAMILY, { key: key(), goal: id, score: Number(given), words: given });

describe('the page of a goal', () => {
	test('a parent reads it whole, and may score but not write', async () => {
		const view = await see(FATHER);
		expect(view.goal).toMatchObject({ ownWords: 'doel van Sam', about: [{ name: 'Sam' }] });
		expect(view.goal.steps.map((one) => one.title)).toHaveLength(3);
		expect(view.goal.steps.find((one) => one.title === 'stap van Noor')?.owner).toBeNull();
		expect(view.may).toEqual({ write: false, score: true, move: [] });
	});

	test('grandmother reads only her step, without the words of the goal, and moves it', async () => {
		const view = await see(GRANDMOTHER);
		expect(view.goal).toMatchObject({
			...{ ownWords: null, professionalWords: null, resultWords: null, about: [] },
			steps: [{ title: 'stap van oma' }]
		});
		expect(view.scores).toBeNull();
		expect(view.may).toMatchObject({ write: false, score: false, move: [{}] });
	});

	test('the regisseur writes, moves every step, and does not score', async () => {
		const { may, goal: seen } = await see(ANNA);
		expect(may).toEqual({ write: true, score: false, move: seen.steps.map((one) => one.id) });
	});

	test.each<[string, Actor, () => GoalId]>([
		['a goal of a half-sibling', FATHER, () => ofNoor],
		['a goal that is not there', FATHER, () => 'nergens' as GoalId],
		['a goal without an own step', GRANDMOTHER, () => ofNoor],
		['the regisseur without second factor', aPerson(personId('Anna')), () => ofSam],
		['a professional without second factor', aPerson(personId('helper')), () => ofSam],
		['a stranger', aPerson(personId('niemand')), () => ofSam]
	])('%s answers as if it were not there', async (_, actor, id) => {
		await expect(see(actor, id())).rejects.toMatchObject(hidden);
		expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	});

	test('what professionals read is logged, what family reads is not', async () => {
		await see(FATHER);
		await see(GRANDMOTHER);
		await see(ANNA);
		await see(aPerson(personId('helper'), 'second-factor'));
		const rows = await ctx.db.read.select().from(auditEntry);
		expect(rows.map((row) => [row.actorId, row.relation, row.ability, row.thingId])).toEqual([
			['Anna', 'regisseur', 'goal.read', ofSam],
			['helper', 'professional', 'goal.read', ofSam]
		]);
	});
});

describe('who set the state of a step', () => {
	const stateBy = async (actor: Actor) =>
		(await see(actor)).goal.steps.find((one) => one.title === 'stap van oma')?.by;
	const move = async (actor: Actor, state: string) =>
		moveStep(
			ctx,
			actor,
			FAMILY,
			MoveStepInput.parse({ key: key(), step: await stepOf('stap van oma'), state })
		);

	test('stands beside it when the regisseur did, and not when the owner did', async () => {
		await move(GRANDMOTHER, 'bezig');
		expect(await stateBy(GRANDMOTHER)).toBeNull();
		await move(ANNA, 'klaar');
		expect(await stateBy(GRANDMOTHER)).toEqual({ on: '2026-11-22', self: false });
		expect(await stateBy(FATHER)).toEqual({ on: '2026-11-22', self: false });
		expect(await stateBy(ANNA)).toEqual({ on: '2026-11-22', self: true });
		await move(GRANDMOTHER, 'bezig');
		expect(await stateBy(ANNA)).toBeNull();
	});

	test('nobody set the state of a new step that has not begun', async () => {
		const input = StepInput.parse({ key: key(), goal: ofSam, title: 'nieuw', owner: 'oma' });
		await savePart(ctx, ANNA, FAMILY, { kind: 'step', input });
		const fresh = (await see(ANNA)).goal.steps.find((one) => one.title === 'nieuw');
		expect(fresh).toMatchObject({ state: 'niet_begonnen', by: null });
	});
});

describe('a goal in another group', () => {
	const group = (actor: Actor, to: string, id: string = ofSam) =>
		moveGoal(ctx, actor, FAMILY, GroupInput.parse({ key: key(), goal: id, group: to }));

	test('goes and comes back, with everything it said', async () => {
		const before = await see(ANNA);
		await group(ANNA, 'gestopt');
		expect((await see(ANNA)).goal.group).toBe('gestopt');
		await group(ANNA, 'nu');
		expect(await see(ANNA)).toEqual(before);
	});

	test.each<[string, Actor]>([
		['a parent', MOTHER],
		['the owner of a step', GRANDMOTHER],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))]
	])('%s moves no goal', async (_, actor) => {
		await expect(group(actor, 'gestopt')).rejects.toMatchObject(hidden);
		expect((await see(ANNA)).goal.group).toBe('nu');
	});

	test('a goal of another plan is not there', async () => {
		await expect(group(ANNA, 'gestopt', 'elders')).rejects.toMatchObject(hidden);
	});
});

describe('the lines of the scaling question', () => {
	test('one a person and one answer a day; nobody is named who is hidden', async () => {
		const together = (await ctx.db.read.select().from(goal)).find(
			(one) => one.ownWords === 'doel van samen'
		)?.id as GoalId;
		await score(MOTHER, '2', together);
		await score(MOTHER, '4', together);
		await score(NOOR, '7', together);
		moveTo('2026-11-29T23:30:00Z');
		await score(MOTHER, '6', together);
		const lines = async (actor: Actor) =>
			(await see(actor, together)).scores?.map(({ person, answers }) => [
				person.name,
				...answers.map(({ on, score: given }) => `${on} ${given}`)
			]);
		const mother = ['moeder', '2026-11-22 4', '2026-11-30 6'];
		expect(await lines(ANNA)).toEqual([mother, ['Noor', '2026-11-22 7']]);
		expect(await lines(FATHER)).toEqual([mother]);
	});
});

describe('how the help ends', () => {
	const ending = {
		reviewOn: '2027-02-01',
		reviewWords: 'Bij oma',
		endWords: 'Zo stopt het',
		relapseWords: 'Dan bellen wij'
	};
	const exit = { child: 'Noor', words: 'Elke dag naar school', judge: 'school', state: 'op_weg' };
	const write = async () => {
		const input = EndingInput.parse({ key: key(), ...ending });
		await savePart(ctx, ANNA, FAMILY, { kind: 'ending', input });
		await agreePlan(ctx, ANNA, FAMILY, { key: key() });
		await savePart(ctx, ANNA, FAMILY, {
			kind: 'exit',
			input: ExitInput.parse({ key: key(), ...exit })
		});
	};

	test('the regisseur reads all of it, and that it changed since it was agreed on', async () => {
		await write();
		const view = await getEndingPage(ctx, ANNA, FAMILY);
		expect(view).toMatchObject({
			review: { on: '2027-02-01', words: 'Bij oma' },
			ending: { words: 'Zo stopt het', relapse: 'Dan bellen wij' },
			agreed: { on: '2026-11-22', changed: true },
			exits: [{ child: { name: 'Noor' }, words: 'Elke dag naar school', state: 'op_weg' }],
			measured: [{ name: 'Noor' }],
			may: { write: true }
		});
		const plan = await getPlanPage(ctx, ANNA, FAMILY);
		expect(plan).toMatchObject({ ending: view.ending, agreed: view.agreed, exits: view.exits });
	});

	test('words about the whole family are for who may see all; conditions go by child', async () => {
		await write();
		const read = async (actor: Actor) => getEndingPage(ctx, actor, FAMILY);
		const closed = { ending: null, agreed: null, may: { write: false } };
		const day0 = { on: '2027-02-01', words: null };
		const noors = { exits: [{ child: { name: 'Noor' } }], measured: [{ name: 'Noor' }] };
		const none = { exits: [], measured: [] };
		// Noor is 17: her mother reads what the measure asks, and not Noor's part.
		expect(await read(MOTHER)).toMatchObject({ ...closed, review: day0, ...noors });
		expect(await read(FATHER)).toMatchObject({ ...closed, review: day0, ...none });
		expect(await read(NOOR)).toMatchObject({ ...closed, review: day0, ...noors });
		await expect(read(GRANDMOTHER)).rejects.toMatchObject(hidden);
		const plan = await getPlanPage(ctx, GRANDMOTHER, FAMILY);
		expect(plan).toMatchObject({ ending: null, agreed: null, exits: [] });
	});

	test('a child without a measure has no exit conditions', async () => {
		const input = ExitInput.parse({ key: key(), ...exit, child: 'Sam' });
		await expect(savePart(ctx, ANNA, FAMILY, { kind: 'exit', input })).rejects.toMatchObject({
			errors: { child: 'fout.maatregel' }
		});
		const form = await getExitForm(ctx, ANNA, FAMILY, null);
		expect(form.children.map((one) => one.name)).toEqual(['Noor']);
	});
});

describe('the forms', () => {
	const forms = (actor: Actor) => ({
		goal: () => getGoalForm(ctx, actor, FAMILY, null),
		step: () => getStepForm(ctx, actor, FAMILY, { goal: ofSam, step: null }),
		situation: () => getSituationForm(ctx, actor, FAMILY, null),
		ending: () => getEndingForm(ctx, actor, FAMILY),
		exit: () => getExitForm(ctx, actor, FAMILY, null)
	});

	test('everybody who takes part can do a step, and so can the regisseur', async () => {
		const { owners, draft } = await forms(ANNA).step();
		expect(owners.map((one) => one.name)).toEqual([
			...['Sam', 'Noor', 'moeder', 'vader', 'oma', 'helper Achternaam', 'Anna Achternaam']
		]);
		expect(draft).toMatchObject({ goal: ofSam, owner: '', state: 'niet_begonnen' });
	});

	test.each<[string, Actor]>([
		['a parent', MOTHER],
		['grandmother', GRANDMOTHER],
		['another professional', aPerson(personId('helper'), 'second-factor')],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))]
	])('%s finds none of them', async (_, actor) => {
		for (const ask of Object.values(forms(actor))) {
			await expect(ask()).rejects.toMatchObject(hidden);
		}
		expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	});

	test('a part that is not in this plan is not there', async () => {
		const elsewhere = 'elders' as never;
		await expect(getGoalForm(ctx, ANNA, FAMILY, elsewhere)).rejects.toMatchObject(hidden);
		await expect(getSituationForm(ctx, ANNA, FAMILY, elsewhere)).rejects.toMatchObject(hidden);
		await expect(getExitForm(ctx, ANNA, FAMILY, elsewhere)).rejects.toMatchObject(hidden);
		const steps = { goal: ofNoor, step: (await stepOf('stap van oma')) as never };
		await expect(getStepForm(ctx, ANNA, FAMILY, steps)).rejects.toMatchObject(hidden);
	});
});
