import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor } from '#lib/kernel/actor.ts';
import type { Decision } from '#lib/kernel/policy.ts';
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
	supported,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import {
	canAnswerProposal,
	canListProposals,
	canPropose,
	canProposeSomething,
	canReadProposal,
	canWithdrawProposal,
	type ProposalFacts
} from './proposal.policy.ts';

type Row = readonly [viewer: Viewer, consent: ConsentFacts, about: string, asOwner: string];
const parent = { relation: 'ouder', gezag: 'eenhoofdig' } as const;

/**
 * One letter an age: 11y364d, 12, 15y364d, 16, 17y364d, 18. About the child: p = proposes, reads and
 * answers when asked, r = reads and answers when asked, - = nothing. As who would do the step: y = reads and answers.
 */
const table: Record<string, Row> = {
	'the child itself': [{ self: true, relation: 'kind' }, noConsent, '-ppppp', '-yyyyy'],
	'parent with gezag': [parent, noConsent, 'ppp---', 'yyy---'],
	'parent with gezag, restricted': [parent, restricted, '------', '------'],
	'parent with gezag, shared': [parent, shared, 'pppppp', 'yyyyyy'],
	'parent without gezag': [{ relation: 'ouder' }, noConsent, '------', '------'],
	'parent, gezag ended': [{ ...parent, gezagUntil: TODAY }, noConsent, '------', '------'],
	'parent who left': [{ ...parent, until: TODAY }, noConsent, '------', '------'],
	guardian: [{ relation: 'voogd', gezag: 'voogdij' }, noConsent, 'ppp---', 'yyy---'],
	'foster parent': [{ relation: 'pleegouder' }, noConsent, '------', 'yyyyyy'],
	'foster parent, shared': [{ relation: 'pleegouder' }, shared, '---rrr', 'yyyyyy'],
	'family-home parent': [{ relation: 'gezinshuisouder' }, noConsent, '------', 'yyyyyy'],
	'own network': [{ relation: 'netwerk' }, noConsent, '------', 'yyyyyy'],
	'own network who left': [{ relation: 'netwerk', until: TODAY }, noConsent, '------', '------'],
	'who reads along with a parent': [{ relation: 'steun', parent }, supported, '------', '------'],
	'network that reads along': [{ relation: 'netwerk', parent }, supported, '------', 'yyyyyy'],
	'another child': [{ relation: 'kind' }, noConsent, '------', '------'],
	regisseur: [{ regisseur: 'now' }, noConsent, 'pppppp', 'yyyyyy'],
	'stand-in': [{ regisseur: 'stand-in' }, noConsent, 'pppppp', 'yyyyyy'],
	'stand-in from tomorrow': [{ regisseur: 'stand-in later' }, noConsent, '------', '------'],
	'regisseur until today': [{ regisseur: 'ended' }, noConsent, '------', '------'],
	'other professional': [{ relation: 'professional' }, noConsent, '------', 'yyyyyy'],
	stranger: [{}, noConsent, '------', '------']
};

const allowed = (decision: Decision) => decision.outcome === 'allow';

describe.each(Object.entries(table))('%s', (_, [viewer, consent, about, asOwner]) => {
	const me = viewer.self ? CHILD : VIEWER;
	const staff = viewer.regisseur !== undefined || viewer.relation === 'professional';
	const factsAt = (age: keyof typeof BORN, given: Partial<ProposalFacts> = {}): ProposalFacts => ({
		...{ id: 'v', children: [CHILD], family: aFamily(BORN[age], viewer), consent },
		...{ whole: false, ownerId: null, authorId: personId('maker'), state: 'open' },
		sides: [{ of: 'child', people: [me] }],
		...given
	});
	const actor = aPerson(me, staff ? 'second-factor' : 'link');

	test('about the child', () => {
		const found = AGES.map((age) => {
			const facts = factsAt(age);
			const propose = allowed(canPropose(actor, facts));
			const read = allowed(canReadProposal(actor, facts));
			expect(allowed(canProposeSomething(actor, facts))).toBe(propose);
			expect(allowed(canAnswerProposal(actor, facts))).toBe(read);
			return propose && read ? 'p' : read ? 'r' : propose ? '!' : '-';
		}).join('');
		expect(found).toBe(about);
	});

	test('as who would do the step', () => {
		const found = AGES.map((age) => {
			const facts = factsAt(age, { ownerId: me });
			const read = allowed(canReadProposal(actor, facts));
			expect(allowed(canAnswerProposal(actor, facts))).toBe(read);
			return read ? 'y' : '-';
		}).join('');
		expect(found).toBe(asOwner);
	});

	const rules = [canPropose, canReadProposal, canAnswerProposal, canWithdrawProposal];
	test('staff never without the second factor', () => {
		const facts = factsAt('12', { ownerId: me });
		const found = rules.map((rule) => allowed(rule(aPerson(me), facts)));
		expect(found.includes(true) && staff).toBe(false);
	});
});

const mother: Viewer = parent;
const facts: ProposalFacts = {
	...{ id: 'v', children: [CHILD], family: aFamily(BORN['12'], mother), consent: noConsent },
	...{ whole: false, ownerId: null, authorId: VIEWER, state: 'open' },
	sides: [{ of: 'child', people: [VIEWER] }]
};
const other = personId('maker');

test('nobody answers an own proposal; only its author takes it back', () => {
	expect(canAnswerProposal(aPerson(), facts).outcome).toBe('hide');
	expect(canWithdrawProposal(aPerson(), facts).outcome).toBe('allow');
	expect(canWithdrawProposal(aPerson(), { ...facts, authorId: other }).outcome).toBe('hide');
});

test.each(['accepted', 'declined', 'withdrawn'] as const)('nothing happens once %s', (state) => {
	const closed = { ...facts, state };
	expect(canAnswerProposal(aPerson(), { ...closed, authorId: other }).outcome).toBe('hide');
	expect(canWithdrawProposal(aPerson(), closed).outcome).toBe('hide');
	expect(canReadProposal(aPerson(), closed).outcome).toBe('allow');
});

test('who is not asked says nothing, also who reads it', () => {
	const sides = [{ of: 'child', people: [other] }] as const;
	expect(canAnswerProposal(aPerson(), { ...facts, authorId: other, sides }).outcome).toBe('hide');
});

test('about a brother or sister of whom this person may not know: not to propose; of the whole family: not to read', () => {
	const both = { ...facts, children: [CHILD, personId('Sam')] };
	expect(canPropose(aPerson(), both).outcome).toBe('hide');
	expect(canReadProposal(aPerson(), both).outcome).toBe('allow');
	expect(canReadProposal(aPerson(), { ...both, whole: true }).outcome).toBe('hide');
	expect(canReadProposal(aPerson(), { ...facts, children: [personId('Sam')] }).outcome).toBe(
		'hide'
	);
	expect(canPropose(aPerson(), { ...facts, children: [] }).outcome).toBe('hide');
});

test('the regisseur reads also what lost its goal; a visitor nothing', () => {
	const family = aFamily(BORN['12'], { regisseur: 'now' });
	const lost = { ...facts, family, children: [] };
	expect(canReadProposal(aPerson(VIEWER, 'second-factor'), lost).outcome).toBe('allow');
	for (const rule of [canPropose, canReadProposal, canAnswerProposal, canWithdrawProposal]) {
		expect(rule(visitor, facts).outcome).toBe('hide');
	}
});

test('grandmother who is asked for a first step opens the list, and nobody else of the network', () => {
	const family = aFamily(BORN['12'], { relation: 'netwerk' });
	const list = { id: 'p', family, consent: noConsent, kaders: [], stepOwners: [] };
	const asked = { ...facts, family, ownerId: VIEWER };
	expect(canListProposals(aPerson(), { ...list, proposals: [asked] }).outcome).toBe('allow');
	const notHers = { ...facts, family, ownerId: other };
	expect(canListProposals(aPerson(), { ...list, proposals: [notHers] }).outcome).toBe('hide');
});
