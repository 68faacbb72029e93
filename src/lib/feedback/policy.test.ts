import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { addDays, day, type Day } from '#lib/kernel/calendar.ts';
import { JIM_STATES, type JimId, type JimState } from '#lib/jim/model.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	TODAY,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import { canAnswer, canAnswerAsJim, canAnswerOpenly, DAYS_AFTER } from './policy.ts';

const machine: Actor = { kind: 'machine', source: 'organisatie' as never };

/** What a viewer gets at each age of the child, oldest last; one word for all ages. */
const says = (viewer: Viewer, age: BornAge, actor = aPerson(viewer.self ? CHILD : VIEWER)) => {
	const decision = canAnswer(actor, aFamily(BORN[age], viewer));
	return decision.outcome === 'allow' ? decision.relation : decision.reason;
};

const LAST_DAY = addDays(TODAY, 1 - DAYS_AFTER);
const DAY_AFTER = addDays(TODAY, -DAYS_AFTER);
const under = (one: string, other: string) => [one, ...Array<string>(AGES.length - 1).fill(other)];

describe('who of a family is asked, at each age of the child', () => {
	test.each<[string, Viewer, string | string[]]>([
		['the youth', { self: true, relation: 'kind' }, under('jonger_dan_12', 'kind')],
		['two-headed gezag', { relation: 'ouder', gezag: 'tweehoofdig' }, 'ouder'],
		['one-headed gezag', { relation: 'ouder', gezag: 'eenhoofdig' }, 'ouder'],
		['gezag temporarily none', { relation: 'ouder', gezag: 'tijdelijk_geen' }, 'geen_gezag'],
		['gezag not to be determined', { relation: 'ouder', gezag: 'niet_te_bepalen' }, 'geen_gezag'],
		[
			'gezag that ended today',
			{ relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY },
			'geen_gezag'
		],
		['a parent without gezag', { relation: 'ouder' }, 'geen_gezag'],
		['a guardian', { relation: 'voogd', gezag: 'voogdij' }, 'voogd'],
		['a guardian without guardianship', { relation: 'voogd' }, 'geen_gezag'],
		['a foster parent', { relation: 'pleegouder' }, 'pleegouder'],
		['a family-home parent', { relation: 'gezinshuisouder' }, 'gezinshuisouder'],
		['own network', { relation: 'netwerk' }, 'niet_gevraagd'],
		['a supporter', { relation: 'steun' }, 'niet_gevraagd'],
		['a professional', { relation: 'professional' }, 'niet_gevraagd'],
		['the regisseur', { regisseur: 'now' }, 'geen_deelnemer'],
		['a stand-in', { regisseur: 'stand-in' }, 'geen_deelnemer'],
		['nobody here', {}, 'geen_deelnemer']
	])('%s', (_, viewer, expected) => {
		const all = typeof expected === 'string' ? AGES.map(() => expected) : expected;
		// After 18 nobody has gezag over a child that is grown up.
		const grown = viewer.gezag && ['ouder', 'voogd'].includes(all[0] ?? '');
		const words = grown ? [...all.slice(0, -1), 'geen_gezag'] : all;
		expect(AGES.map((age) => says(viewer, age))).toEqual(words);
	});

	test.each<[string, Day, string]>([
		['until today', TODAY, 'pleegouder'],
		['on the last day after it', LAST_DAY, 'pleegouder'],
		['a day later', DAY_AFTER, 'geen_deelnemer']
	])('whose place ended %s', (_, until, expected) => {
		expect(says({ relation: 'pleegouder', until }, '12')).toBe(expected);
	});

	test.each<[string, Actor]>([
		['a visitor', visitor],
		['a machine', machine]
	])('not %s', (_, actor) => {
		expect(says({ relation: 'pleegouder' }, '12', actor)).toBe('geen_deelnemer');
	});
});

describe('a JIM', () => {
	const JIM = personId('jim');
	const facts = (state: JimState, viewer: Viewer = {}) => ({
		...{ id: 'relatie' as JimId, youthId: CHILD, jimId: JIM, state },
		...{ family: aFamily(day('2012-05-05'), viewer), consent: noConsent },
		...{ parentsKnow: true, regisseurKnows: true, parts: [], parents: [] }
	});
	const outcome = (actor: Actor, state: JimState, viewer?: Viewer) =>
		canAnswerAsJim(actor, facts(state, viewer)).outcome;

	test.each(JIM_STATES.map((state) => [state] as const))('when it is %s', (state) => {
		expect(outcome(aPerson(JIM), state)).toBe(state === 'actief' ? 'allow' : 'hide');
	});

	test.each<[string, Actor, Viewer]>([
		['the youth', aPerson(CHILD), { self: true, relation: 'kind' }],
		['a parent', aPerson(), { relation: 'ouder', gezag: 'eenhoofdig' }],
		['an aunt who is no JIM', aPerson(), { relation: 'netwerk' }],
		['the regisseur', aPerson(VIEWER, 'second-factor'), { regisseur: 'now' }],
		['a visitor', visitor, {}],
		['a machine', machine, {}]
	])('is not %s', (_, actor, viewer) => {
		expect(outcome(actor, 'actief', viewer)).toBe('hide');
	});

	test('of a family is asked nothing as one of the family', () => {
		expect(canAnswer(aPerson(JIM), facts('actief').family).outcome).toBe('hide');
	});
});

test.each<[string, Actor, string]>([
	['a visitor', visitor, 'allow'],
	['somebody with an account', aPerson(), 'allow'],
	['no machine', machine, 'hide']
])('the form of a region is for %s', (_, actor, outcome) => {
	expect(canAnswerOpenly(actor, { id: 'regio' }).outcome).toBe(outcome);
});
