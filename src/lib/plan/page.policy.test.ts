import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor, type Actor, type Assurance } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	restricted,
	shared,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import { canReadEnding, canReadExit } from './ending.policy.ts';
import { canReadGoal } from './goal.policy.ts';
import type { KaderFacts, KaderId } from './model.ts';
import { COURT_MEASURES, KADER_KINDS } from '#lib/rights/kader.model.ts';

const viewers = {
	'the child itself': { self: true, relation: 'kind' },
	'parent with gezag': { relation: 'ouder', gezag: 'gezamenlijk' },
	'parent, gezag ended today': { relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY },
	'parent, gezag temporarily none': { relation: 'ouder', gezag: 'tijdelijk_geen' },
	'parent without gezag': { relation: 'ouder' },
	guardian: { relation: 'voogd', gezag: 'voogdij' },
	'foster parent': { relation: 'pleegouder' },
	'own network': { relation: 'netwerk' },
	'another child': { relation: 'kind' },
	regisseur: { regisseur: 'now' },
	'stand-in today': { regisseur: 'stand-in' },
	'stand-in from tomorrow': { regisseur: 'stand-in later' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	stranger: {}
} satisfies Record<string, Viewer>;
type Name = keyof typeof viewers;

const STAFF: readonly Name[] = ['regisseur', 'stand-in today', 'other professional'];
const assuranceOf = (name: Name): Assurance => (STAFF.includes(name) ? 'second-factor' : 'link');

const kaderOf = (kind: KaderFacts['kind'], until: KaderFacts['until'] = null): KaderFacts => ({
	id: 'kader' as KaderId,
	childId: CHILD,
	kind,
	from: day('2026-01-01'),
	until
});

type Ask = (actor: Actor, family: ReturnType<typeof aFamily>, consent: ConsentFacts) => boolean;

const rowOf = (name: Name, ask: Ask, consent = noConsent, assurance = assuranceOf(name)) => {
	const viewer: Viewer = viewers[name];
	const me = aPerson(viewer.self ? CHILD : VIEWER, assurance);
	return AGES.map((age) => (ask(me, aFamily(BORN[age], viewer), consent) ? 'y' : '-')).join('');
};

const asksExit =
	(kaders: readonly KaderFacts[]): Ask =>
	(actor, family, consent) =>
		may(canReadExit, actor, { id: 'p', childId: CHILD, kaders, family, consent });

const asksEnding =
	(kaders: readonly KaderFacts[]): Ask =>
	(actor, family, consent) =>
		may(canReadEnding, actor, { id: 'p', kaders, stepOwners: [VIEWER], family, consent });

const asksGoal =
	(owns: boolean): Ask =>
	(actor, family, consent) =>
		may(canReadGoal, actor, {
			...{ id: 'g', children: [CHILD], family, consent },
			stepOwners: owns ? [CHILD, VIEWER] : [CHILD]
		});

const COURT = [kaderOf('ots')];
const FREE = [kaderOf('vrijwillig')];

/** 11y364d, 12, 15y364d, 16, 17y364d, 18: y = sees it, - = does not. */
type Row = [exit: string, ending: string, goal: string, ownGoal: string];
const plain: Record<Name, Row> = {
	'the child itself': ['-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy'],
	'parent with gezag': ['yyyyy-', 'yyy---', 'yyy---', 'yyy---'],
	'parent, gezag ended today': ['------', '------', '------', '------'],
	'parent, gezag temporarily none': ['------', '------', '------', '------'],
	'parent without gezag': ['------', '------', '------', '------'],
	guardian: ['yyyyy-', 'yyy---', 'yyy---', 'yyy---'],
	'foster parent': ['------', '------', '------', 'yyyyyy'],
	'own network': ['------', '------', '------', 'yyyyyy'],
	'another child': ['------', '------', '------', '------'],
	regisseur: ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in today': ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in from tomorrow': ['------', '------', '------', '------'],
	'regisseur until today': ['------', '------', '------', '------'],
	'other professional': ['------', '------', '------', 'yyyyyy'],
	stranger: ['------', '------', '------', '------']
};

describe.each(Object.entries(plain) as [Name, Row][])('%s', (name, [exit, ending, goal, own]) => {
	test('sees an exit condition under a measure of the court', () => {
		expect(rowOf(name, asksExit(COURT))).toBe(exit);
	});

	test('opens the page on how help ends', () => {
		expect(rowOf(name, asksEnding(FREE))).toBe(ending);
	});

	test('opens the page of a goal', () => {
		expect(rowOf(name, asksGoal(false))).toBe(goal);
	});

	test('opens the page of a goal with an own step', () => {
		expect(rowOf(name, asksGoal(true))).toBe(own);
	});
});

describe('what opens and closes', () => {
	test('a parent with gezag opens the page on how help ends for the measure alone', () => {
		expect(rowOf('parent with gezag', asksEnding(COURT))).toBe('yyyyy-');
		expect(rowOf('parent with gezag', asksEnding(COURT), restricted)).toBe('------');
		expect(rowOf('own network', asksEnding(COURT))).toBe('------');
	});

	test('what the child shares opens, a restriction closes', () => {
		expect(rowOf('parent with gezag', asksExit(COURT), shared)).toBe('yyyyyy');
		expect(rowOf('own network', asksExit(COURT), shared)).toBe('---yyy');
		expect(rowOf('parent with gezag', asksExit(COURT), restricted)).toBe('------');
		expect(rowOf('parent with gezag', asksGoal(true), restricted)).toBe('------');
	});

	test.each(['regisseur', 'stand-in today', 'other professional'] as const)(
		'%s without second factor sees nothing',
		(name) => {
			for (const ask of [asksExit(COURT), asksEnding(COURT), asksGoal(false), asksGoal(true)]) {
				expect(rowOf(name, ask, noConsent, 'link')).toBe('------');
			}
		}
	);

	test.each(KADER_KINDS)('an exit condition stands under %s only when a judge decided', (kind) => {
		const expected = COURT_MEASURES.includes(kind) ? 'yyyyyy' : '------';
		expect(rowOf('regisseur', asksExit([kaderOf(kind)]))).toBe(expected);
		expect(rowOf('regisseur', asksExit([kaderOf(kind, TODAY)]))).toBe('------');
	});

	test('a visitor sees nothing', () => {
		const family = aFamily(BORN['12'], {});
		for (const ask of [asksExit(COURT), asksEnding(COURT), asksGoal(true)]) {
			expect(ask(visitor, family, shared)).toBe(false);
		}
	});
});
