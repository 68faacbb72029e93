import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import {
	auditEntry,
	exitCondition,
	goal,
	goalScore,
	plan,
	planVersion,
	situation,
	step
} from '#lib/server/db/schema/index.ts';
import * as goalPage from '../../src/routes/(gezin)/plan/[family]/doel/[goal]/+page.server.ts';
import * as stepForm from '../../src/routes/(gezin)/plan/[family]/doel/[goal]/stap/[step]/+page.server.ts';
import * as goalForm from '../../src/routes/(gezin)/plan/[family]/doel/[goal]/wijzig/+page.server.ts';
import * as newGoal from '../../src/routes/(gezin)/plan/[family]/doel/nieuw/+page.server.ts';
import * as endingPage from '../../src/routes/(gezin)/plan/[family]/einde/+page.server.ts';
import * as endingForm from '../../src/routes/(gezin)/plan/[family]/einde/wijzig/+page.server.ts';
import * as situationForm from '../../src/routes/(gezin)/plan/[family]/situatie/[situation]/+page.server.ts';
import * as exitForm from '../../src/routes/(gezin)/plan/[family]/voorwaarde/[exit]/+page.server.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';
import { aPerson, personId } from '../support/facts.ts';
import { aFamilyInDatabase } from '../support/family.ts';

const ANNA = aPerson(personId('Anna'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const GRANDMOTHER = aPerson(personId('oma'));

let ctx: Ctx;
let goalId: string;
let stepId: string;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'helper', relation: 'professional' }
		],
		regisseurs: [{ id: 'Anna' }],
		kaders: [{ child: 'Noor', kind: 'ots' }],
		goals: [{ words: 'doel', children: ['Noor'], steps: [{ title: 'van oma', owner: 'oma' }] }]
	});
	goalId = (await ctx.db.read.select().from(goal))[0]?.id ?? '';
	stepId = (await ctx.db.read.select().from(step))[0]?.id ?? '';
});

const everything = async () =>
	JSON.stringify([
		await ctx.db.read.select().from(plan),
		await ctx.db.read.select().from(situation),
		await ctx.db.read.select().from(goal),
		await ctx.db.read.select().from(step),
		await ctx.db.read.select().from(exitCondition),
		await ctx.db.read.select().from(goalScore),
		await ctx.db.read.select().from(planVersion),
		await ctx.db.read.select().from(auditEntry)
	]);

type Form = Record<string, string>;
type Act = {
	/** The handler types its event after its own route: `never` fits them all. */
	readonly run: (event: never) => unknown;
	readonly form: () => Form;
	readonly leadsTo: () => string;
};

const whole = { reviewOn: '2027-02-01', endWords: 'Zo stopt het', relapseWords: 'Dan bellen wij' };
const goalAddress = () => `/plan/gezin/doel/${goalId}`;

/** Every action of the regisseur, as it is sent well. */
const WRITING: Readonly<Record<string, Act>> = {
	'a new goal': {
		run: newGoal.actions.save,
		form: () => ({ ownWords: 'Nieuw', group: 'nu', children: 'Noor' }),
		leadsTo: () => '/plan/gezin/doel/'
	},
	'other words for a goal': {
		run: goalForm.actions.save,
		form: () => ({ ownWords: 'Anders', group: 'later', children: 'Noor' }),
		leadsTo: goalAddress
	},
	'a goal to another group': {
		run: goalPage.actions.group,
		form: () => ({ goal: goalId, group: 'gestopt' }),
		leadsTo: goalAddress
	},
	'a new step': {
		run: stepForm.actions.save,
		form: () => ({ goal: goalId, title: 'Nieuw', owner: 'moeder', due: '2026-12-01' }),
		leadsTo: goalAddress
	},
	'a part of the situation': {
		run: situationForm.actions.save,
		form: () => ({ ownWords: 'Nieuw', children: 'Noor' }),
		leadsTo: () => '/plan/gezin'
	},
	'how the help ends': {
		run: endingForm.actions.save,
		form: () => whole,
		leadsTo: () => '/plan/gezin/einde'
	},
	'an exit condition': {
		run: exitForm.actions.save,
		form: () => ({ child: 'Noor', words: 'Naar school', judge: 'school', state: 'nog_niet' }),
		leadsTo: () => '/plan/gezin/einde'
	}
};

const act = (run: Act['run'], actor: Actor, form: Form, params: Form = {}) => {
	const { event } = anEvent(ctx, {
		address: '/plan/gezin',
		params: {
			...{ family: 'gezin', goal: goalId, step: 'nieuw', situation: 'nieuw', exit: 'nieuw' },
			...params
		},
		form: { key: crypto.randomUUID(), ...form },
		actor
	});
	return endOf(() => run(event));
};

describe.each(Object.entries(WRITING))('%s', (_, { run, form, leadsTo }) => {
	test('is written by the regisseur: one version, and one row in the log', async () => {
		const { status, location } = await act(run, ANNA, form());
		expect(status).toBe(303);
		expect(location).toContain(leadsTo());
		expect(await ctx.db.read.select().from(planVersion)).toHaveLength(1);
		expect(await ctx.db.read.select().from(auditEntry)).toMatchObject([{ ability: 'plan.write' }]);
	});

	test('sent twice is written once', async () => {
		const twice = { ...form(), key: crypto.randomUUID() };
		const first = await act(run, ANNA, twice);
		expect(await act(run, ANNA, twice)).toEqual(first);
		expect(await ctx.db.read.select().from(planVersion)).toHaveLength(1);
	});

	test.each<[string, Actor]>([
		['her mother', MOTHER],
		['the child', aPerson(personId('Noor'))],
		['a father without gezag', aPerson(personId('vader'))],
		['grandmother', GRANDMOTHER],
		['another professional', aPerson(personId('helper'), 'second-factor')],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))]
	])('is refused to %s as if there were no plan, and changes nothing', async (__, actor) => {
		const before = await everything();
		expect(await act(run, actor, form())).toEqual({ status: 404 });
		expect(await act(run, actor, form(), { family: 'nergens' })).toEqual({ status: 404 });
		expect(await everything()).toBe(before);
	});

	test('leads a visitor to signing in', async () => {
		const before = await everything();
		expect(await act(run, visitor, form())).toEqual({
			status: 303,
			location: '/inloggen?naar=%2Fplan%2Fgezin'
		});
		expect(await everything()).toBe(before);
	});
});

describe('setting the plan to agreed', () => {
	const agree = (actor: Actor) => act(endingPage.actions.agree, actor, {});

	test('is refused while something lacks, with a message beside each', async () => {
		const before = await everything();
		expect(await agree(ANNA)).toMatchObject({
			status: 400,
			data: {
				errors: {
					reviewOn: 'fout.terugkijkdag',
					endWords: 'fout.einde',
					relapseWords: 'fout.terugval'
				}
			}
		});
		expect(await everything()).toBe(before);
		await act(endingForm.actions.save, ANNA, whole);
		expect(await agree(ANNA)).toEqual({ status: 303, location: '/plan/gezin/einde' });
	});

	test.each<[string, Actor]>([
		['her mother', MOTHER],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))]
	])('is not for %s', async (_, actor) => {
		await act(endingForm.actions.save, ANNA, whole);
		const before = await everything();
		expect(await agree(actor)).toEqual({ status: 404 });
		expect(await everything()).toBe(before);
	});
});

describe('the state of a step', () => {
	const move = (actor: Actor, state = 'klaar') =>
		act(goalPage.actions.move, actor, { step: stepId, state });

	test('is set by its owner, who comes back to the goal', async () => {
		expect(await move(GRANDMOTHER)).toEqual({ status: 303, location: goalAddress() });
		expect(await ctx.db.read.select().from(step)).toMatchObject([
			{ state: 'klaar', stateBy: 'oma' }
		]);
	});

	test.each<[string, Actor]>([
		['her mother', MOTHER],
		['another professional', aPerson(personId('helper'), 'second-factor')],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))]
	])('is not set by %s', async (_, actor) => {
		const before = await everything();
		expect(await move(actor)).toEqual({ status: 404 });
		expect(await everything()).toBe(before);
	});

	test('is one of five', async () => {
		const before = await everything();
		expect(await move(GRANDMOTHER, 'mislukt')).toMatchObject({
			status: 400,
			data: { errors: { state: 'fout.keuze' } }
		});
		expect(await everything()).toBe(before);
	});
});

describe('the scaling question', () => {
	const score = (actor: Actor, given: string) =>
		act(goalPage.actions.score, actor, { goal: goalId, score: given, words: 'Het gaat beter' });

	test('keeps the answer of a parent', async () => {
		expect((await score(MOTHER, '4')).status).toBe(303);
		expect(await ctx.db.read.select().from(goalScore)).toMatchObject([
			{ personId: 'moeder', score: 4, words: 'Het gaat beter' }
		]);
	});

	test.each(['', '11', '-1', '4,5', 'x'])('refuses "%s", and keeps the words', async (given) => {
		const before = await everything();
		expect(await score(MOTHER, given)).toMatchObject({
			status: 400,
			data: { errors: { score: 'fout.cijfer' }, values: { words: 'Het gaat beter' } }
		});
		expect(await everything()).toBe(before);
	});

	test.each<[string, Actor]>([
		['the regisseur', ANNA],
		['grandmother', GRANDMOTHER],
		['a stranger', aPerson(personId('niemand'))]
	])('is not for %s', async (_, actor) => {
		const before = await everything();
		expect(await score(actor, '4')).toEqual({ status: 404 });
		expect(await everything()).toBe(before);
	});
});

describe('a form that is not right', () => {
	test.each<[string, Act['run'], Form, string, string]>([
		['a step without an owner', stepForm.actions.save, { owner: '' }, 'owner', 'fout.eigenaar'],
		[
			'a step of nobody here',
			stepForm.actions.save,
			{ owner: 'wie' },
			...(['owner', 'fout.eigenaar'] as const)
		],
		['a step without words', stepForm.actions.save, { title: ' ' }, 'title', 'fout.woordenLeeg'],
		['no such day', stepForm.actions.save, { due: '2026-02-30' }, 'due', 'fout.dag'],
		[
			'a goal without words',
			newGoal.actions.save,
			{ ownWords: '' },
			'ownWords',
			'fout.woordenLeeg'
		],
		['a goal about nobody', newGoal.actions.save, { children: '' }, 'children', 'fout.kinderen'],
		['a form that is too old', newGoal.actions.save, { key: 'old' }, 'key', 'fout.formulier']
	])('%s: a message beside the field, what was typed, nothing changed', async (...given) => {
		const [, run, wrong, field, message] = given;
		const before = await everything();
		const typed = {
			...{ goal: goalId, title: 'Samen lezen', owner: 'oma', due: '' },
			...{ ownWords: 'Samen eten', group: 'nu', children: 'Noor' },
			...wrong
		};
		const { status, data } = await act(run, ANNA, typed);
		expect(status).toBe(400);
		expect(data).toMatchObject({ errors: { [field]: message }, values: typed });
		expect(await everything()).toBe(before);
	});
});

test('a form cannot reach a step or a goal of another address', async () => {
	const before = await everything();
	const form = { goal: goalId, title: 'Anders', owner: 'oma' };
	expect(await act(stepForm.actions.save, ANNA, form, { step: 'elders' })).toEqual({ status: 404 });
	expect(await act(stepForm.actions.save, ANNA, form, { goal: 'elders' })).toMatchObject({
		status: 400,
		data: { errors: { goal: 'fout.doel' } }
	});
	expect(await everything()).toBe(before);
});
