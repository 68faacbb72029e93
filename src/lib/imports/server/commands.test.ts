import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { checkChain } from '#lib/audit/server/queries.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { account, invitation } from '#lib/server/db/schema/identity.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { caseMessage } from '#lib/server/db/schema/imports.ts';
import {
	family,
	gezag,
	householdMember,
	organisation,
	participant,
	person,
	professional,
	region
} from '#lib/server/db/schema/family.ts';
import { goal, plan, step } from '#lib/server/db/schema/plan.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aMessage, changed, changedAll, dump } from '../../../../tests/support/case-message.ts';
import type { ImportOutcome } from '../model.ts';
import { sourceOf } from '../problems.ts';
import { sentenceOf } from '../wording.ts';
import { importMessage } from './commands.ts';

const machine = (json: unknown): Actor => ({ kind: 'machine', source: sourceOf(json) });
const take = (ctx: Ctx, json: unknown): Promise<ImportOutcome> =>
	importMessage(ctx, machine(json), json);

/** The next message of the same source, a day later. */
const later = (changes: Readonly<Record<string, unknown>>): unknown =>
	changedAll(aMessage(), {
		messageId: 'message-2',
		sentAt: '2026-11-21T12:00:00+01:00',
		...changes
	});

const problemsOf = (outcome: ImportOutcome): string[] =>
	outcome.state === 'refused' ? outcome.problems.map(({ path, key }) => `${path} ${key}`) : [];

const invitedOf = (outcome: ImportOutcome) => (outcome.state === 'taken-in' ? outcome.invited : []);

const f = 'families[0]';

async function withFirst() {
	const given = await aContext();
	await take(given.ctx, aMessage());
	return given;
}

test('a message fills the tables of a family, and the access log says who did', async () => {
	const { ctx } = await aContext();
	const outcome = await take(ctx, aMessage());
	expect(outcome).toMatchObject({
		state: 'taken-in',
		families: [{ id: 'family', change: 'create' }]
	});
	const people = await ctx.db.read.select().from(participant).orderBy(participant.magnet);
	expect(people.map(({ personId, magnet }) => [personId, magnet])).toEqual([
		['child', 0],
		['mother', 1],
		['father', 2],
		['grandmother', 3],
		['worker', 4],
		['guardian', 5]
	]);
	const [log, ...more] = await ctx.db.read.select().from(auditEntry);
	expect(more).toEqual([]);
	expect(log).toMatchObject({
		...{ actorKind: 'machine', ability: 'family.import', action: 'create', thing: 'family' },
		...{ thingId: 'family', familyId: 'family', relation: 'bron', outcome: 'allowed' }
	});
	expect(await checkChain(ctx.db.read)).toEqual({ whole: true, rows: 1 });
});

test('the same message twice changes nothing, whatever its spaces and order of keys', async () => {
	const { ctx } = await withFirst();
	const before = await dump(ctx.db);
	expect(await take(ctx, backwards(aMessage()))).toEqual({ state: 'already-known' });
	expect(await dump(ctx.db)).toBe(before);
});

test('two deliveries of one message at the same moment store it once', async () => {
	const { ctx } = await aContext();
	const outcomes = await Promise.all([1, 2, 3].map(() => take(ctx, aMessage())));
	expect(outcomes.map(({ state }) => state).sort()).toEqual([
		'already-known',
		'already-known',
		'taken-in'
	]);
	expect(await ctx.db.read.select().from(caseMessage)).toHaveLength(1);
});

test.each([
	[
		'a step without an owner',
		{ [`${f}.plan.goals[0].steps[0].owner`]: undefined },
		`${f}.plan.goals[0].steps[0].owner required`
	],
	[
		'a step of a stranger',
		{ [`${f}.plan.goals[0].steps[0].owner`]: 'stranger' },
		`${f}.plan.goals[0].steps[0].owner unknownPerson`
	],
	[
		'a citizen number',
		{ [`${f}.people[1].familyName`]: '111222333' },
		`${f}.people[1].familyName citizenNumber`
	],
	[
		'a name that turns around',
		{ [`${f}.people[1].familyName`]: '\u202eredeoM' },
		`${f}.people[1].familyName strangeSigns`
	],
	['a field nobody knows', { [`${f}.bsn`]: '111222333' }, `${f}.bsn unknownField`],
	['a second plan that is active', { [`${f}.plan.id`]: 'plan-2' }, `${f}.plan.id secondPlan`],
	['a reused message id', { messageId: 'message-1' }, 'messageId messageIdUsed'],
	['another message of one moment', { sentAt: '2026-11-20T11:00:00Z' }, 'sentAt sameMoment'],
	['a moment that has not been', { sentAt: '2026-11-22T12:06:00Z' }, 'sentAt sentInFuture'],
	[
		'other gezag since the same day',
		{ [`${f}.gezag[0].kind`]: 'niet_te_bepalen' },
		`${f}.gezag[0].kind alreadyBegun`
	],
	[
		'gezag that began earlier after all',
		{ [`${f}.gezag[0].from`]: '2013-01-01' },
		`${f}.gezag[0].from alreadyBegun`
	],
	[
		'gezag that was another’s after all',
		{ [`${f}.gezag`]: [{ ...aMessage().families[0]?.gezag?.[0], holder: 'father' }] },
		`${f}.gezag[0].holder alreadyBegun`
	],
	[
		'another kader since the same day',
		{ [`${f}.kaders[0].kind`]: 'ots' },
		`${f}.kaders[0].kind alreadyBegun`
	],
	[
		'another regisseur in the past',
		{ [`${f}.regisseurs[0].person`]: 'worker' },
		`${f}.regisseurs[0].person alreadyBegun`
	],
	[
		'an earlier regisseur who comes back unseen',
		{ [`${f}.regisseurs[0].until`]: '2026-05-01' },
		`${f}.regisseurs[0].until alreadyEnded`
	],
	[
		'a restriction that moves along',
		{ [`${f}.restrictions[0].from`]: '2026-11-20', [`${f}.restrictions[0].until`]: '2027-02-20' },
		`${f}.restrictions[0].from alreadyBegun`
	],
	[
		'an incapacity that moves along',
		{ [`${f}.incapacities[0].from`]: '2026-11-20' },
		`${f}.incapacities[0].from alreadyBegun`
	],
	[
		'a new regisseur beside one left out',
		{
			[`${f}.regisseurs`]: [
				{ id: 'regisseur-3', person: 'worker', from: '2026-12-01', reason: 'Nieuw.' }
			]
		},
		`${f}.regisseurs[0].from regisseursOverlap`
	],
	[
		'new gezag beside gezag left out',
		{
			[`${f}.gezag`]: [
				{ id: 'gezag-3', child: 'child', holder: 'mother', kind: 'eenhoofdig', from: '2026-11-20' }
			]
		},
		`${f}.gezag[0].kind gezagAlone`
	],
	[
		'a grandmother who becomes a professional',
		{
			'professionals[2]': { ...aMessage().professionals[0], id: 'grandmother' },
			[`${f}.people[3].id`]: 'grandmother-2'
		},
		'professionals[2].id alsoFamily'
	]
] as const)('%s is refused in two languages and changes nothing', async (_, changes, expected) => {
	const { ctx } = await withFirst();
	const before = await dump(ctx.db);
	const outcome = await take(ctx, later(changes));
	expect(problemsOf(outcome)).toContain(expected);
	const problems = outcome.state === 'refused' ? outcome.problems : [];
	for (const problem of problems)
		expect(sentenceOf(problem, 'nl')).not.toBe(sentenceOf(problem, 'en'));
	expect(await dump(ctx.db)).toBe(before);
});

test('a professional of an earlier message cannot become family', async () => {
	const { ctx } = await aContext();
	const extra = { ...aMessage().professionals[0], id: 'extra' };
	await take(ctx, changed(aMessage(), 'professionals[2]', extra));
	const before = await dump(ctx.db);
	const person = { ...aMessage().families[0]?.people[3], id: 'extra' };
	const outcome = await take(ctx, later({ [`${f}.people[6]`]: person }));
	expect(problemsOf(outcome)).toEqual([`${f}.people[6].id alsoProfessional`]);
	expect(await dump(ctx.db)).toBe(before);
});

test('one wrong family in a message keeps the others out as well', async () => {
	const { ctx } = await aContext();
	const before = await dump(ctx.db);
	const second = changedAll(familyNamed('b'), { 'plan.goals[0].steps[0].owner': 'nobody' });
	const outcome = await take(ctx, changed(aMessage(), 'families[1]', second));
	expect(problemsOf(outcome)).toEqual(['families[1].plan.goals[0].steps[0].owner unknownPerson']);
	expect(await dump(ctx.db)).toBe(before);
});

test('a fault halfway leaves nothing behind', async () => {
	const { ctx } = await aContext();
	await ctx.db.client.execute(
		`CREATE TRIGGER full_disk BEFORE INSERT ON step BEGIN SELECT RAISE(ABORT, 'full'); END`
	);
	const before = await dump(ctx.db);
	await expect(take(ctx, aMessage())).rejects.toThrow();
	expect(await dump(ctx.db)).toBe(before);
});

test('an older message never overwrites a newer one', async () => {
	const { ctx } = await aContext();
	await take(ctx, later({ [`${f}.people[1].givenName`]: 'Nieuw' }));
	const before = await dump(ctx.db);
	expect(await take(ctx, aMessage())).toEqual({ state: 'older' });
	expect(await dump(ctx.db)).toBe(before);
});

test('an older message is left aside, also when it contradicts what came later', async () => {
	const { ctx } = await aContext();
	await take(ctx, later({ [`${f}.plan.id`]: 'plan-2', [`${f}.kaders[0].kind`]: 'ots' }));
	expect(await take(ctx, aMessage())).toEqual({ state: 'older' });
});

test.each([
	['began today', { from: '2026-11-22' }, 'from', '2026-11-23', 'alreadyBegun'],
	['begins tomorrow', { from: '2026-11-23' }, 'from', '2026-11-24', null],
	['ended today', { until: '2026-11-22' }, 'until', '2026-12-01', 'alreadyEnded'],
	['ends tomorrow', { until: '2026-11-23' }, 'until', '2026-12-01', null]
] as const)('a kader that %s', async (_, days, field, value, key) => {
	const { ctx } = await aContext();
	const kader = { ...aMessage().families[0]?.kaders?.[0], ...days };
	await take(ctx, changed(aMessage(), `${f}.kaders[0]`, kader));
	const outcome = await take(ctx, later({ [`${f}.kaders[0]`]: { ...kader, [field]: value } }));
	expect(problemsOf(outcome)).toEqual(key ? [`${f}.kaders[0].${field} ${key}`] : []);
});

test('of a message with an older and a newer part, only the newer part is taken in', async () => {
	const { ctx } = await aContext();
	await take(ctx, later({ [`${f}.plan.goals[0].ownWords`]: 'Het nieuwste.' }));
	const outcome = await take(ctx, changed(aMessage(), 'families[1]', familyNamed('b')));
	expect(outcome).toMatchObject({
		families: [
			{ id: 'family', change: 'older' },
			{ id: 'family-b', change: 'create' }
		]
	});
	const [words] = await ctx.db.read
		.select()
		.from(goal)
		.where(eq(goal.id, goalId('goal')));
	expect(words?.ownWords).toBe('Het nieuwste.');
});

test('an older message about one family leaves a shared parent and the team as newer ones said', async () => {
	const { ctx } = await aContext();
	await take(
		ctx,
		later({ [`${f}.people[2].givenName`]: 'Nieuw', 'professionals[0].role': 'nieuwe rol' })
	);
	const other = changedAll(familyNamed('b'), {
		'people[2].id': 'father',
		'gezag[1].holder': 'father',
		'restrictions[0].parent': 'father'
	});
	const outcome = await take(ctx, changed(aMessage(), 'families', [other]));
	expect(outcome.state).toBe('taken-in');
	const [father] = await ctx.db.read
		.select()
		.from(person)
		.where(eq(person.id, personId('father')));
	expect(father?.givenName).toBe('Nieuw');
	const [worker] = await ctx.db.read
		.select()
		.from(professional)
		.where(eq(professional.personId, personId('worker')));
	expect(worker?.role).toBe('nieuwe rol');
});

test('what a message leaves out stays, what it names is written whole', async () => {
	const { ctx } = await withFirst();
	const outcome = await take(
		ctx,
		later({
			[`${f}.gezag`]: undefined,
			[`${f}.kaders`]: undefined,
			[`${f}.households[0].street`]: undefined,
			[`${f}.plan.goals[0].steps`]: [
				{ id: 'step-3', title: 'Nieuw', owner: 'child', state: 'bezig' },
				{ id: 'step-2', title: 'Schrijven', owner: 'worker', state: 'niet_meer_nodig' }
			]
		})
	);
	expect(outcome).toMatchObject({ families: [{ change: 'update' }] });
	expect(await ctx.db.read.select().from(gezag)).toHaveLength(2);
	const steps = await ctx.db.read.select().from(step).orderBy(step.position);
	expect(steps.map(({ id, state }) => [id, state])).toEqual([
		['step-3', 'bezig'],
		['step-2', 'niet_meer_nodig'],
		['step-1', 'bezig']
	]);
	const log = await ctx.db.read.select().from(auditEntry);
	expect(log.map(({ action }) => action)).toEqual(['create', 'update']);
});

test('who leaves a household leaves no address or phone number behind', async () => {
	const { ctx } = await withFirst();
	await take(ctx, later({ [`${f}.households[0].members`]: [{ person: 'child' }] }));
	const members = await ctx.db.read.select().from(householdMember);
	expect(members.map(({ personId: id }) => id)).toEqual(['child']);
	expect(await dump(ctx.db)).not.toContain('06 0000 0001');
});

test('a language that a person chose in the portal stays, whatever a later message says', async () => {
	const { ctx } = await withFirst();
	const languages = async () =>
		Object.fromEntries(
			(await ctx.db.read.select().from(person)).map(({ id, language }) => [id, language])
		);
	await ctx.db.write((tx) =>
		tx
			.update(person)
			.set({ language: 'en' })
			.where(eq(person.id, 'mother' as PersonId))
	);
	await take(ctx, later({ [`${f}.people[0].givenName`]: 'Nieuw' }));
	expect((await languages()).mother).toBe('en');
});

test('people keep their magnet, whoever comes or is left out', async () => {
	const { ctx } = await withFirst();
	const newcomer = { ...aMessage().families[0]?.people[3], id: 'aunt' };
	const people = [newcomer, ...(aMessage().families[0]?.people ?? [])].reverse();
	await take(ctx, later({ [`${f}.people`]: people }));
	const rows = await ctx.db.read.select().from(participant).orderBy(participant.magnet);
	expect(rows.map(({ personId: id, magnet }) => `${magnet} ${id}`)).toEqual([
		...['0 child', '1 mother', '2 father', '3 grandmother', '4 worker', '5 guardian', '6 aunt']
	]);
});

test('gezag ends when a message says so, also when it already ended before the message came', async () => {
	const { ctx } = await withFirst();
	const outcome = await take(ctx, later({ [`${f}.gezag[1].until`]: '2026-10-01' }));
	expect(outcome.state).toBe('taken-in');
	const [row] = await ctx.db.read
		.select()
		.from(gezag)
		.where(eq(gezag.id, gezagId('gezag-father')));
	expect(row).toMatchObject({ from: '2013-05-05', until: '2026-10-01', kind: 'tweehoofdig' });
	const third = changedAll(later({ [`${f}.gezag[1].until`]: undefined }), {
		messageId: 'message-3',
		sentAt: '2026-11-21T13:00:00+01:00'
	});
	expect(problemsOf(await take(ctx, third))).toEqual([`${f}.gezag[1].until alreadyEnded`]);
});

test('what has not begun yet may still change', async () => {
	const { ctx } = await aContext();
	const coming = { id: 'gezag-3', child: 'child', holder: 'father', kind: 'eenhoofdig' };
	const ends = { [`${f}.gezag[0].until`]: '2026-12-01', [`${f}.gezag[1].until`]: '2026-12-01' };
	await take(
		ctx,
		changedAll(aMessage(), { ...ends, [`${f}.gezag[2]`]: { ...coming, from: '2026-12-01' } })
	);
	const outcome = await take(
		ctx,
		later({ ...ends, [`${f}.gezag[2]`]: { ...coming, holder: 'mother', from: '2026-12-05' } })
	);
	expect(outcome.state).toBe('taken-in');
});

test('a plan that is closed makes room for the next one, and the family keeps both', async () => {
	const { ctx } = await withFirst();
	await take(ctx, later({ [`${f}.plan.state`]: 'closed' }));
	const next = { id: 'plan-2', from: '2026-11-22', situation: [], goals: [] };
	const outcome = await take(
		ctx,
		later({ messageId: 'message-3', sentAt: '2026-11-22T09:00:00+01:00', [`${f}.plan`]: next })
	);
	expect(outcome.state).toBe('taken-in');
	const plans = await ctx.db.read.select().from(plan).orderBy(plan.id);
	expect(plans.map(({ state }) => state)).toEqual(['closed', 'active']);
});

const fromElsewhere = (changes: Readonly<Record<string, unknown>>): unknown =>
	changedAll(aMessage(), {
		messageId: 'other-1',
		source: 'other',
		'organisations[0].id': 'other',
		'professionals[0].organisation': 'other',
		'professionals[0].id': 'other-worker',
		'professionals[1].id': 'other-guardian',
		families: [
			changedAll(familyNamed('o'), {
				'people[4].id': 'other-worker',
				'people[5].id': 'other-guardian',
				'trajectories[0].provider': 'other',
				'regisseurs[0].person': 'other-guardian',
				'regisseurs[1].person': 'other-worker',
				'regisseurs[1].standIn.person': 'other-guardian',
				'restrictions[0].professional': 'other-worker',
				'restrictions[0].secondProfessional': 'other-guardian',
				'incapacities[0].professional': 'other-worker',
				'plan.goals[0].steps[1].owner': 'other-worker'
			})
		],
		...changes
	});

test('another source brings its own families beside the first', async () => {
	const { ctx } = await withFirst();
	expect(problemsOf(await take(ctx, fromElsewhere({})))).toEqual([]);
	expect(await ctx.db.read.select().from(family)).toHaveLength(2);
});

test.each([
	['family', `${f}.id`, 'family', `${f}.id otherSource`],
	['person', `${f}.people[3].id`, 'grandmother', `${f}.people[3].id otherSource`],
	[
		'professional',
		'professionals[2]',
		{ ...aMessage().professionals[0], organisation: 'other' },
		'professionals[2].id otherSource'
	],
	['household', `${f}.households[0].id`, 'house', `${f}.households[0].id idElsewhere`],
	['gezag', `${f}.gezag[0].id`, 'gezag-mother', `${f}.gezag[0].id idElsewhere`],
	['kader', `${f}.kaders[0].id`, 'kader', `${f}.kaders[0].id idElsewhere`],
	['regisseur', `${f}.regisseurs[1].id`, 'regisseur-2', `${f}.regisseurs[1].id idElsewhere`],
	['restriction', `${f}.restrictions[0].id`, 'restriction', `${f}.restrictions[0].id idElsewhere`],
	['incapacity', `${f}.incapacities[0].id`, 'incapacity', `${f}.incapacities[0].id idElsewhere`],
	['plan', `${f}.plan.id`, 'plan', `${f}.plan.id idElsewhere`],
	['situation', `${f}.plan.situation[0].id`, 'situation', `${f}.plan.situation[0].id idElsewhere`],
	['goal', `${f}.plan.goals[0].id`, 'goal', `${f}.plan.goals[0].id idElsewhere`],
	[
		'step',
		`${f}.plan.goals[0].steps[0].id`,
		'step-1',
		`${f}.plan.goals[0].steps[0].id idElsewhere`
	],
	['message', 'messageId', 'message-1', 'messageId messageIdUsed']
] as const)('another source cannot touch the %s of the first', async (_, path, value, expected) => {
	const { ctx } = await withFirst();
	const before = await dump(ctx.db);
	const outcome = await take(ctx, fromElsewhere({ [path]: value }));
	expect(problemsOf(outcome)).toContain(expected);
	expect(await dump(ctx.db)).toBe(before);
});

test('another source cannot rename the region or an organisation that the first works with', async () => {
	const { ctx } = await withFirst();
	const outcome = await take(
		ctx,
		fromElsewhere({ 'region.name': 'Gekaapt', 'organisations[1].name': 'Gekaapt' })
	);
	expect(outcome.state).toBe('taken-in');
	expect(await ctx.db.read.select().from(region)).toMatchObject([{ name: 'Regio' }]);
	const names = await ctx.db.read.select({ name: organisation.name }).from(organisation);
	expect(names.map(({ name }) => name)).not.toContain('Gekaapt');
});

test.each([
	['a visitor', visitor],
	['another machine', machine({ source: 'other' })]
] as const)('%s is refused and changes nothing', async (_, actor) => {
	const { ctx } = await aContext();
	const before = await dump(ctx.db);
	await expect(importMessage(ctx, actor, aMessage())).rejects.toThrow(Denied);
	expect(await dump(ctx.db)).toBe(before);
});

const member = (person_: string, email: string) => ({ person: person_, email });

test.each([
	['eleven years and 364 days', '2014-11-23', []],
	['twelve today', '2014-11-22', ['child']]
])('a child of %s is invited: %j', async (_, birthDate, expected) => {
	// Half past midnight in the Netherlands: still the day before in UTC.
	const { ctx } = await aContext('2026-11-21T23:30:00Z');
	const outcome = await take(
		ctx,
		changedAll(aMessage(), {
			[`${f}.people[0].birthDate`]: birthDate,
			[`${f}.incapacities`]: [],
			[`${f}.households[0].members`]: [member('child', 'child@example.org')]
		})
	);
	expect(invitedOf(outcome).map((one) => one.person)).toEqual(expected);
});

test('family and network are invited once, at their first address; professionals are not', async () => {
	const { ctx } = await aContext();
	const outcome = await take(
		ctx,
		changedAll(aMessage(), {
			[`${f}.households[0].members`]: [
				member('mother', 'mother@example.org'),
				member('child', 'child@example.org'),
				member('worker', 'worker@example.org')
			],
			[`${f}.households[1]`]: {
				...{ id: 'second', addressHidden: false },
				members: [
					member('child', 'second@example.org'),
					member('grandmother', 'oma@example.org'),
					{ person: 'father' }
				]
			}
		})
	);
	expect(invitedOf(outcome).map(({ person: id, email }) => [id, email])).toEqual([
		['child', 'child@example.org'],
		['mother', 'mother@example.org'],
		['grandmother', 'oma@example.org']
	]);
	expect(await ctx.db.read.select().from(invitation)).toHaveLength(3);
});

test('somebody in two families is invited once, at the first address', async () => {
	const { ctx } = await aContext();
	const other = changedAll(familyNamed('b'), {
		'people[1].id': 'mother',
		'gezag[0].holder': 'mother',
		'households[0].members': [member('mother', 'second@example.org')],
		'plan.goals[0].steps[0].owner': 'mother'
	});
	const outcome = await take(ctx, changed(aMessage(), 'families[1]', other));
	expect(invitedOf(outcome)).toMatchObject([{ person: 'mother', email: 'mother@example.org' }]);
});

test('who shares an address gets a code to be told in person, also when the other came earlier', async () => {
	const { ctx } = await withFirst();
	const outcome = await take(
		ctx,
		later({
			[`${f}.households[0].members`]: [
				member('mother', 'mother@example.org'),
				member('child', 'MOTHER@example.org'),
				member('father', 'father@example.org')
			]
		})
	);
	expect(invitedOf(outcome)).toMatchObject([
		{ person: 'child', name: 'Kim Kind', email: 'mother@example.org', sharesAddress: true },
		{ person: 'father', sharesAddress: false }
	]);
	expect(invitedOf(outcome)[0]?.personalCode).toMatch(/^[2-9A-Z]{6}$/);
	expect(await dump(ctx.db)).not.toContain(invitedOf(outcome)[0]?.personalCode);
});

test('nobody with an account is invited again, and nobody when the help has ended', async () => {
	const { ctx } = await aContext();
	const closed = await take(ctx, changed(aMessage(), `${f}.plan.state`, 'closed'));
	expect(invitedOf(closed)).toEqual([]);
	await ctx.db.write((tx) =>
		tx.insert(account).values({
			...{ personId: personId('mother'), email: 'mother@example.org' },
			createdAt: ctx.now()
		})
	);
	expect(invitedOf(await take(ctx, later({})))).toEqual([]);
});

/** The same JSON with the keys of every object in the other order. */
function backwards(json: unknown): unknown {
	if (Array.isArray(json)) return json.map(backwards);
	if (typeof json !== 'object' || json === null) return json;
	const entries = Object.entries(json).reverse();
	return Object.fromEntries(entries.map(([key, part]) => [key, backwards(part)]));
}

/** The family of `aMessage` under other ids, with the same professionals. */
function familyNamed(suffix: string): unknown {
	const shared = ['worker', 'guardian'];
	const text = JSON.stringify(aMessage().families[0], (key, value: unknown) => {
		const isName = ['id', 'person', 'child', 'holder', 'parent', 'owner'].includes(key);
		return isName && typeof value === 'string' && !shared.includes(value)
			? `${value}-${suffix}`
			: value;
	});
	return JSON.parse(text.replaceAll('"children":["child"]', `"children":["child-${suffix}"]`));
}

const personId = (text: string) => text as typeof person.$inferSelect.id;
const goalId = (text: string) => text as typeof goal.$inferSelect.id;
const gezagId = (text: string) => text as typeof gezag.$inferSelect.id;
