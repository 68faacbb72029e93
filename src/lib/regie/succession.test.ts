import { describe, expect, test } from 'vitest';
import type { AssignmentFacts, AssignmentId, FamilyFacts } from '#lib/family/model.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { addDays, day } from '#lib/kernel/calendar.ts';
import {
	aFamily,
	aPerson,
	BORN,
	personId,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { SuccessionId, SuccessionState } from './succession.model.ts';
import {
	canAnswerSuccession,
	canArrange,
	canWithdrawSuccession,
	type SuccessionFacts
} from './succession.policy.ts';
import {
	dayAfter,
	endedStandIn,
	isOpen,
	problemsOfStandIn,
	problemsOfSuccessor
} from './succession.rules.ts';

const staff = aPerson(VIEWER, 'second-factor');
const TOMORROW = addDays(TODAY, 1);
const COLLEAGUE = personId('collega');

describe('who arranges a stand-in or a successor', () => {
	const table: readonly (readonly [string, Viewer, 'allow' | 'hide'])[] = [
		['the regisseur', { regisseur: 'now' }, 'allow'],
		['an earlier regisseur', { regisseur: 'ended' }, 'hide'],
		['the stand-in', { regisseur: 'stand-in' }, 'hide'],
		['a stand-in of later', { regisseur: 'stand-in later' }, 'hide'],
		['another professional', { relation: 'professional' }, 'hide'],
		['a parent with gezag', { relation: 'ouder', gezag: 'eenhoofdig' }, 'hide'],
		['a parent without gezag', { relation: 'ouder' }, 'hide'],
		['the child', { relation: 'kind', self: true }, 'hide'],
		['network', { relation: 'netwerk' }, 'hide'],
		['a supporter', { relation: 'steun' }, 'hide'],
		['a stranger', {}, 'hide']
	];
	test.each(table)('%s', (_, viewer, outcome) => {
		const family = aFamily(BORN['16'], viewer);
		expect(canArrange(staff, family).outcome).toBe(outcome);
		expect(canArrange(aPerson(VIEWER), family).outcome).toBe('hide');
		expect(canArrange(visitor, family).outcome).toBe('hide');
	});
});

const assignment = (over: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
	...{ id: 'a' as AssignmentId, personId: personId('anna'), from: day('2026-01-01'), until: null },
	...{ standInId: null, standInFrom: null, standInUntil: null },
	...over
});
const family = (...assignments: readonly AssignmentFacts[]): FamilyFacts => ({
	...aFamily(BORN['16'], {}),
	assignments
});
const asked = (over: Partial<SuccessionFacts> = {}): SuccessionFacts => ({
	...{ id: 's' as SuccessionId, byId: personId('anna'), toId: VIEWER, from: TOMORROW },
	...{ assignmentId: 'a' as AssignmentId, state: 'asked', family: family(assignment()) },
	...over
});
const later = assignment({ id: 'b' as AssignmentId, from: addDays(TODAY, 5) });

const openness: readonly (readonly [string, Partial<SuccessionFacts>, boolean])[] = [
	['tomorrow', {}, true],
	['today', { from: TODAY }, false],
	['a day that is past', { from: addDays(TODAY, -1) }, false],
	[
		'once the assignment is another',
		{ family: family(assignment({ id: 'x' as AssignmentId })) },
		false
	],
	['once it has ended', { family: family(assignment({ until: TODAY })) }, false],
	['on the day on which it ends', { family: family(assignment({ until: TOMORROW })) }, true],
	[
		'after a day without a regisseur',
		{ family: family(assignment({ until: TOMORROW })), from: addDays(TOMORROW, 1) },
		false
	],
	['when another one is coming', { family: family(assignment(), later) }, false],
	...(['accepted', 'declined', 'withdrawn'] as const).map(
		(state: SuccessionState) => [state, { state }, false] as const
	)
];

test.each(openness)('a question about %s', (_, over, open) => {
	const facts = asked(over);
	expect(isOpen(facts, facts.family)).toBe(open);
	expect(canAnswerSuccession(staff, facts).outcome).toBe(open ? 'allow' : 'hide');
});

test('only the colleague who was asked answers, with the second factor', () => {
	for (const actor of [aPerson(VIEWER), visitor, aPerson(personId('anna'), 'second-factor')])
		expect(canAnswerSuccession(actor, asked()).outcome).toBe('hide');
});

test('only who asked takes the question back, while it is not answered and while regisseur', () => {
	const anna = aPerson(personId('anna'), 'second-factor');
	expect(canWithdrawSuccession(anna, asked()).outcome).toBe('allow');
	expect(canWithdrawSuccession(anna, asked({ from: TODAY })).outcome).toBe('allow');
	expect(canWithdrawSuccession(anna, asked({ byId: COLLEAGUE })).outcome).toBe('hide');
	expect(canWithdrawSuccession(anna, asked({ state: 'accepted' })).outcome).toBe('hide');
	const ended = family(assignment({ until: TODAY }));
	expect(canWithdrawSuccession(anna, asked({ family: ended })).outcome).toBe('hide');
	for (const actor of [aPerson(personId('anna')), visitor, staff])
		expect(canWithdrawSuccession(actor, asked()).outcome).toBe('hide');
});

test.each([
	['a colleague, tomorrow', COLLEAGUE, TOMORROW, {}],
	['today', COLLEAGUE, TODAY, { from: 'fout.dagLater' }],
	['in the past', COLLEAGUE, day('2026-01-01'), { from: 'fout.dagLater' }],
	['somebody of elsewhere', personId('elders'), TOMORROW, { to: 'fout.collega' }],
	['oneself', personId('anna'), TOMORROW, { to: 'fout.collega' }]
])('a successor: %s', (_, to, from, problems) => {
	const colleagues = [COLLEAGUE, personId('anna')];
	expect(problemsOfSuccessor({ to, from }, family(assignment()), colleagues)).toEqual(problems);
	expect(problemsOfSuccessor({ to, from }, family(assignment(), later), colleagues)).toEqual({
		to: 'fout.alOpvolger'
	});
});

test.each([
	['today only', COLLEAGUE, TODAY, TODAY, {}],
	['from yesterday', COLLEAGUE, addDays(TODAY, -1), TODAY, { standInFrom: 'fout.dagVroeg' }],
	['backwards', COLLEAGUE, TOMORROW, TODAY, { standInUntil: 'fout.dagVolgorde' }],
	['oneself', personId('anna'), TODAY, TODAY, { standIn: 'fout.collega' }],
	['somebody of elsewhere', personId('elders'), TODAY, TODAY, { standIn: 'fout.collega' }]
])('a stand-in: %s', (_, standIn, standInFrom, standInUntil, problems) => {
	const facts = { today: TODAY, me: personId('anna'), colleagues: [COLLEAGUE, personId('anna')] };
	expect(problemsOfStandIn({ standIn, standInFrom, standInUntil }, facts)).toEqual(problems);
});

test('who stood in stays known; who had not begun does not', () => {
	const standIn = { standInId: COLLEAGUE, standInUntil: null };
	const before = addDays(TODAY, -3);
	expect(endedStandIn(assignment({ ...standIn, standInFrom: before }), TODAY)).toEqual({
		...{ id: COLLEAGUE, from: before, until: TODAY }
	});
	const over = assignment({ ...standIn, standInFrom: before, standInUntil: addDays(TODAY, -1) });
	expect(endedStandIn(over, TODAY)?.until).toBe(addDays(TODAY, -1));
	expect(endedStandIn(assignment({ ...standIn, standInFrom: TOMORROW }), TODAY)).toBeNull();
	expect(endedStandIn(assignment(), TODAY)).toBeNull();
	expect(dayAfter(day('2026-12-31'))).toBe('2027-01-01');
});
