import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	restricted,
	shared,
	TODAY,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { AgendaPointId, MeetingId, SupporterId } from './meeting.model.ts';
import {
	canAddPoint,
	canBringSupporter,
	canChangeMeeting,
	canDecide,
	canListMeetings,
	canPlanMeeting,
	canReadMeeting,
	canWithdrawPoint,
	canWithdrawSupporter,
	type MeetingFacts
} from './meeting.policy.ts';

const viewers: Record<string, Viewer> = {
	'the child itself': { self: true, relation: 'kind' },
	'parent, two-headed gezag': { relation: 'ouder', gezag: 'tweehoofdig' },
	'parent, gezag ended today': { relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY },
	'parent, gezag cannot be determined': { relation: 'ouder', gezag: 'niet_te_bepalen' },
	'parent without gezag': { relation: 'ouder' },
	'parent who left the family': { relation: 'ouder', gezag: 'tweehoofdig', until: TODAY },
	guardian: { relation: 'voogd', gezag: 'voogdij' },
	'foster parent': { relation: 'pleegouder' },
	'family-home parent': { relation: 'gezinshuisouder' },
	'own network': { relation: 'netwerk' },
	regisseur: { regisseur: 'now' },
	'stand-in today': { regisseur: 'stand-in' },
	'stand-in from tomorrow': { regisseur: 'stand-in later' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	stranger: {}
};

const meetingOf = (
	age: BornAge,
	viewer: Viewer,
	more: Partial<MeetingFacts> = {}
): MeetingFacts => ({
	id: 'overleg' as MeetingId,
	family: aFamily(BORN[age], viewer),
	consent: noConsent,
	children: [CHILD],
	invited: [CHILD, VIEWER],
	state: 'planned',
	started: false,
	...more
});

const actorFor = (viewer: Viewer, assurance: 'link' | 'second-factor' = 'second-factor'): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, assurance);

/**
 * Who sees a meeting about the child. Ages 11y364d, 12, 15y364d, 16, 17y364d, 18: y = sees it.
 * Columns: invited; invited and the child shares; invited and this parent is restricted; not invited.
 */
const table: Record<string, [string, string, string, string]> = {
	'the child itself': ['-yyyyy', '-yyyyy', '-yyyyy', '------'],
	'parent, two-headed gezag': ['yyy---', 'yyyyyy', '------', '------'],
	'parent, gezag ended today': ['------', '---yyy', '------', '------'],
	'parent, gezag cannot be determined': ['------', '---yyy', '------', '------'],
	'parent without gezag': ['------', '---yyy', '------', '------'],
	'parent who left the family': ['------', '------', '------', '------'],
	guardian: ['yyy---', 'yyyyy-', '------', '------'],
	'foster parent': ['yyyyyy', 'yyyyyy', 'yyyyyy', '------'],
	'family-home parent': ['yyyyyy', 'yyyyyy', 'yyyyyy', '------'],
	'own network': ['yyyyyy', 'yyyyyy', 'yyyyyy', '------'],
	regisseur: ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in today': ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in from tomorrow': ['------', '------', '------', '------'],
	'regisseur until today': ['------', '------', '------', '------'],
	'other professional': ['yyyyyy', 'yyyyyy', 'yyyyyy', '------'],
	stranger: ['------', '------', '------', '------']
};

test('the table names every kind of viewer', () => {
	expect(Object.keys(table)).toEqual(Object.keys(viewers));
});

const COLUMNS: [string, ConsentFacts, readonly PersonId[]][] = [
	['invited', noConsent, [CHILD, VIEWER]],
	['invited and shared with', shared, [CHILD, VIEWER]],
	['invited and restricted', restricted, [CHILD, VIEWER]],
	['not invited', noConsent, []]
];

describe.each(Object.entries(table))('a meeting, seen by %s', (name, columns) => {
	const viewer = viewers[name] ?? {};
	test.each(COLUMNS.map(([how, consent, invited], at) => [how, consent, invited, columns[at]]))(
		'%s',
		(_, consent, invited, expected) => {
			const found = AGES.map((age) => {
				const facts = meetingOf(age, viewer, {
					consent: consent as ConsentFacts,
					invited: invited as PersonId[]
				});
				return canReadMeeting(actorFor(viewer), facts).outcome === 'allow' ? 'y' : '-';
			}).join('');
			expect(found).toBe(expected);
		}
	);
});

test('a parent restricted for one of the children sees nothing of a meeting about both', () => {
	const viewer = viewers['parent, two-headed gezag'] ?? {};
	const family = aFamily(BORN['12'], viewer);
	const other = personId('zusje');
	const both: MeetingFacts = {
		...meetingOf('12', viewer),
		children: [CHILD, other],
		family: {
			...family,
			participants: [
				...family.participants,
				{ personId: other, relation: 'kind', birthDate: BORN['12'], from: TODAY, until: null }
			],
			gezag: [
				...family.gezag,
				{ childId: other, holderId: VIEWER, kind: 'tweehoofdig', from: TODAY, until: null }
			]
		}
	};
	expect(canReadMeeting(aPerson(), both).outcome).toBe('allow');
	expect(canReadMeeting(aPerson(), { ...both, consent: restricted }).outcome).toBe('hide');
});

test.each([
	['a visitor', visitor],
	['a machine', { kind: 'machine', source: 'gi' } as Actor],
	['a regisseur without the second factor', aPerson(VIEWER, 'link')]
])('%s sees no meeting and plans none', (_, actor) => {
	const facts = meetingOf('12', { regisseur: 'now' });
	for (const rule of [canReadMeeting, canPlanMeeting, canChangeMeeting, canDecide, canAddPoint])
		expect(rule(actor, facts).outcome).toBe('hide');
});

test('a professional who is invited needs the second factor', () => {
	const viewer = { relation: 'professional' } as const;
	const facts = meetingOf('12', viewer);
	expect(canReadMeeting(actorFor(viewer, 'link'), facts).outcome).toBe('hide');
});

const who = (rule: (actor: Actor, facts: MeetingFacts) => { outcome: string }, facts = {}) =>
	Object.entries(viewers)
		.filter(
			([, viewer]) => rule(actorFor(viewer), meetingOf('12', viewer, facts)).outcome === 'allow'
		)
		.map(([name]) => name);

const REGISSEURS = ['regisseur', 'stand-in today'];
const FAMILY = [
	'the child itself',
	'parent, two-headed gezag',
	'guardian',
	'foster parent',
	'family-home parent',
	'own network'
];

describe('acts', () => {
	test('only the regisseur and the stand-in plan, change and decide', () => {
		expect(who(canPlanMeeting)).toEqual(REGISSEURS);
		expect(who(canChangeMeeting)).toEqual(REGISSEURS);
		expect(who(canDecide, { started: true })).toEqual(REGISSEURS);
	});

	test('the agenda has two sides, and the family brings somebody along', () => {
		expect(who(canAddPoint)).toEqual([...FAMILY, ...REGISSEURS]);
		expect(who(canBringSupporter)).toEqual(FAMILY);
	});

	test('from the start on, and when cancelled, nobody does; before it, nobody decides', () => {
		for (const rule of [canAddPoint, canBringSupporter, canChangeMeeting]) {
			expect(who(rule, { started: true })).toEqual([]);
			expect(who(rule, { state: 'cancelled' })).toEqual([]);
		}
		expect(who(canDecide)).toEqual([]);
		expect(who(canDecide, { started: true, state: 'cancelled' })).toEqual([]);
	});

	test('a refusal that may be understood says why', () => {
		const viewer = { regisseur: 'now' } as const;
		const said = (facts: Partial<MeetingFacts>) =>
			canChangeMeeting(actorFor(viewer), meetingOf('12', viewer, facts));
		expect(said({ started: true })).toEqual({ outcome: 'deny', reason: 'overleg_begonnen' });
		expect(said({ state: 'cancelled' })).toEqual({ outcome: 'deny', reason: 'overleg_afgezegd' });
	});

	test('only its author takes a point or a supporter back', () => {
		const viewer = { relation: 'ouder', gezag: 'tweehoofdig' } as const;
		const meeting = meetingOf('12', viewer);
		const point = (authorId: PersonId) => ({ id: 'p' as AgendaPointId, authorId, meeting });
		const supporter = (byId: PersonId) => ({ id: 's' as SupporterId, byId, meeting });
		expect(canWithdrawPoint(aPerson(), point(VIEWER)).outcome).toBe('allow');
		expect(canWithdrawPoint(aPerson(), point(CHILD)).outcome).toBe('hide');
		expect(canWithdrawSupporter(aPerson(), supporter(VIEWER)).outcome).toBe('allow');
		expect(canWithdrawSupporter(aPerson(), supporter(CHILD)).outcome).toBe('hide');
		const started = { ...point(VIEWER), meeting: { ...meeting, started: true } };
		expect(canWithdrawPoint(aPerson(), started).outcome).toBe('deny');
	});
});

test('the list opens for who may open the plan, and for who is only invited', () => {
	const viewer = { relation: 'netwerk' } as const;
	const meeting = meetingOf('12', viewer);
	const { family, consent } = meeting;
	const plan = { id: 'plan', family, consent, kaders: [], stepOwners: [] };
	const asked = (meetings: MeetingFacts[], stepOwners: PersonId[]) =>
		canListMeetings(aPerson(), { id: 'gezin', plan: { ...plan, stepOwners }, meetings }).outcome;
	expect(asked([meeting], [])).toBe('allow');
	expect(asked([], [VIEWER])).toBe('allow');
	expect(asked([{ ...meeting, invited: [] }], [])).toBe('hide');
});
