import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Decision } from '#lib/kernel/policy.ts';
import type { KaderFacts, KaderId } from '#lib/plan/model.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
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
import { TERM_KINDS, type TermEventFacts, type TermKind } from './model.ts';
import {
	canReadTerm,
	canReadTerms,
	canReadTermsOfChild,
	canRecordTermEvent,
	canTakeBackTermEvent
} from './policy.ts';

const kader = (kind: KaderKind, until: string | null = null): KaderFacts => ({
	id: kind as string as KaderId,
	childId: CHILD,
	kind,
	from: day('2026-01-01'),
	until: until ? day(until) : null
});

const viewers: Record<string, Viewer> = {
	'the child itself': { self: true, relation: 'kind' },
	'parent with gezag': { relation: 'ouder', gezag: 'tweehoofdig' },
	'parent, gezag ended today': { relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY },
	'parent, gezag temporarily none': { relation: 'ouder', gezag: 'tijdelijk_geen' },
	'parent without gezag': { relation: 'ouder' },
	'parent who left the family': { relation: 'ouder', gezag: 'tweehoofdig', until: TODAY },
	guardian: { relation: 'voogd', gezag: 'voogdij' },
	'guardian without guardianship': { relation: 'voogd' },
	'foster parent': { relation: 'pleegouder' },
	'own network': { relation: 'netwerk' },
	'another child': { relation: 'kind' },
	regisseur: { regisseur: 'now' },
	'stand-in today': { regisseur: 'stand-in' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	stranger: {}
};

const actorFor = (viewer: Viewer): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, viewer.regisseur ? 'second-factor' : 'link');
const letter = (decision: Decision) => (decision.outcome === 'allow' ? 'y' : '-');

const factsFor = (
	viewer: Viewer,
	age: BornAge,
	term: TermKind,
	kaders: KaderFacts[],
	consent: ConsentFacts
) => ({ id: CHILD, term, family: aFamily(BORN[age], viewer), consent, kaders });

/**
 * One letter an age: 11y364d, 12, 15y364d, 16, 17y364d, 18. Under a supervision order: reads first
 * contact; may say when it started; reads when the child shares; may then say it; reads while the
 * parent's view is restricted. Without a measure: reads the plan on paper.
 */
const table: Record<string, [string, string, string, string, string, string]> = {
	'the child itself': ['-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy'],
	'parent with gezag': ['yyyyy-', 'yyyyy-', 'yyyyyy', 'yyyyy-', '------', 'yyy---'],
	'parent, gezag ended today': ['------', '------', '---yyy', '------', '------', '------'],
	'parent, gezag temporarily none': ['------', '------', '---yyy', '------', '------', '------'],
	'parent without gezag': ['------', '------', '---yyy', '------', '------', '------'],
	'parent who left the family': ['------', '------', '------', '------', '------', '------'],
	guardian: ['yyyyy-', 'yyyyy-', 'yyyyy-', 'yyyyy-', '------', 'yyy---'],
	'guardian without guardianship': ['------', '------', '---yy-', '------', '------', '------'],
	'foster parent': ['------', '------', '---yyy', '------', '------', '------'],
	'own network': ['------', '------', '---yyy', '------', '------', '------'],
	'another child': ['------', '------', '------', '------', '------', '------'],
	regisseur: ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in today': ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'regisseur until today': ['------', '------', '------', '------', '------', '------'],
	'other professional': ['------', '------', '------', '------', '------', '------'],
	stranger: ['------', '------', '------', '------', '------', '------']
};

test('the table names every kind of viewer', () => {
	expect(Object.keys(table)).toEqual(Object.keys(viewers));
});

describe.each(Object.entries(table))('%s', (name, columns) => {
	const viewer = viewers[name] ?? {};
	const actor = actorFor(viewer);
	const ots = [kader('ots')];
	const reads = (term: TermKind, kaders: KaderFacts[], consent: ConsentFacts) =>
		AGES.map((age) =>
			letter(canReadTerm(actor, factsFor(viewer, age, term, kaders, consent)))
		).join('');
	const records = (consent: ConsentFacts) =>
		AGES.map((age) =>
			letter(
				canRecordTermEvent(actor, {
					...factsFor(viewer, age, 'contact_ots', ots, consent),
					moment: 'start',
					started: false
				})
			)
		).join('');

	test('reads and says', () => {
		expect([
			reads('contact_ots', ots, noConsent),
			records(noConsent),
			reads('contact_ots', ots, shared),
			records(shared),
			reads('contact_ots', ots, restricted),
			reads('plan_op_papier', [kader('vrijwillig')], noConsent)
		]).toEqual(columns);
	});

	test('takes back what was theirs, and nothing of another', () => {
		const event = (by: string): TermEventFacts => ({
			id: 'e' as TermEventFacts['id'],
			childId: CHILD,
			term: 'contact_ots',
			moment: 'start',
			on: TODAY,
			recordedBy: personId(by),
			withdrawn: false
		});
		const own = viewer.self ? CHILD : VIEWER;
		const takesBack = (by: string) =>
			AGES.map((age) =>
				letter(
					canTakeBackTermEvent(actor, {
						...factsFor(viewer, age, 'contact_ots', ots, noConsent),
						event: event(by)
					})
				)
			).join('');
		expect([takesBack(own), takesBack('een-ander')]).toEqual([columns[0], '------']);
	});
});

describe('a parent with gezag over a child of 16 under a measure', () => {
	const viewer: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
	const reads = (kaders: KaderFacts[]) =>
		TERM_KINDS.filter(
			(term) =>
				letter(canReadTerm(aPerson(), factsFor(viewer, '16', term, kaders, noConsent))) === 'y'
		);

	test.each<[string, KaderFacts[], TermKind[]]>([
		['a supervision order', [kader('ots')], ['contact_ots', 'plan', 'aanwijzing', 'intrekking']],
		['juvenile probation', [kader('jeugdreclassering')], ['contact_jeugdreclassering']],
		['a supervision order that ended today', [kader('ots', TODAY)], []],
		['voluntary help', [kader('vrijwillig')], []]
	])('%s', (_, kaders, terms) => {
		expect(reads(kaders)).toEqual(terms);
	});

	test('the measure of another child opens nothing', () => {
		expect(reads([{ ...kader('ots'), childId: personId('zusje') }])).toEqual([]);
	});
});

test.each<[string, TermKind, KaderKind, 'start' | 'met', boolean, string]>([
	['a start where the kader knows the term', 'contact_ots', 'ots', 'start', false, 'y'],
	['a start where it does not', 'contact_ots', 'vrijwillig', 'start', false, '-'],
	['the plan under guardianship', 'plan', 'voogdij', 'start', false, '-'],
	['the plan in juvenile probation', 'plan', 'jeugdreclassering', 'start', false, '-'],
	['met, after a start', 'contact_ots', 'ots', 'met', true, 'y'],
	['met, before any start', 'contact_ots', 'ots', 'met', false, '-'],
	['met, of what is never met', 'aanwijzing', 'ots', 'met', true, '-'],
	['met, when the kader has changed since', 'contact_ots', 'vrijwillig', 'met', true, 'y']
])('%s', (_, term, kind, moment, started, expected) => {
	const viewer: Viewer = { relation: 'ouder', gezag: 'eenhoofdig' };
	const facts = { ...factsFor(viewer, '12', term, [kader(kind)], noConsent), moment, started };
	expect(letter(canRecordTermEvent(aPerson(), facts))).toBe(expected);
});

const planFacts = (viewer: Viewer, age: BornAge, kaders: KaderFacts[], stepOwners = [VIEWER]) => ({
	id: 'plan',
	family: aFamily(BORN[age], viewer),
	consent: noConsent,
	kaders,
	stepOwners
});

test.each<[string, Viewer, BornAge, string]>([
	['a parent with gezag', { relation: 'ouder', gezag: 'tweehoofdig' }, '16', 'allow'],
	['a parent without gezag', { relation: 'ouder' }, '12', 'deny geen_gezag'],
	['someone named in a step', { relation: 'netwerk' }, '12', 'hide niet_van_u'],
	['a stranger', {}, '12', 'hide geen_deelnemer'],
	['a child of 11', { self: true, relation: 'kind' }, '11 years 364 days', 'deny jonger_dan_12'],
	['a child of 12', { self: true, relation: 'kind' }, '12', 'allow']
])('the page opens for %s: %s', (_, viewer, age, expected) => {
	const decision = canReadTerms(actorFor(viewer), planFacts(viewer, age, [kader('ots')]));
	const found = decision.outcome === 'allow' ? 'allow' : `${decision.outcome} ${decision.reason}`;
	expect(found).toBe(expected);
});

test.each<[string, Actor]>([
	['a visitor', visitor],
	['a machine', { kind: 'machine', source: 'gi' } as Actor]
])('%s sees and says nothing', (_, actor) => {
	const viewer: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
	const facts = factsFor(viewer, '12', 'contact_ots', [kader('ots')], shared);
	const said = { ...facts, moment: 'start', started: false } as const;
	expect(canReadTerm(actor, facts).outcome).toBe('hide');
	expect(canReadTermsOfChild(actor, facts).outcome).toBe('hide');
	expect(canRecordTermEvent(actor, said).outcome).toBe('hide');
	expect(canReadTerms(actor, planFacts(viewer, '12', [kader('ots')])).outcome).toBe('hide');
});

test('a regisseur without the second factor sees and says nothing', () => {
	const viewer: Viewer = { regisseur: 'now' };
	const facts = factsFor(viewer, '12', 'contact_ots', [kader('ots')], noConsent);
	const actor = aPerson(VIEWER, 'link');
	expect(canReadTerm(actor, facts).outcome).toBe('hide');
	expect(canRecordTermEvent(actor, { ...facts, moment: 'start', started: false }).outcome).toBe(
		'hide'
	);
	expect(canReadTerms(actor, planFacts(viewer, '12', [kader('ots')])).outcome).toBe('hide');
});
