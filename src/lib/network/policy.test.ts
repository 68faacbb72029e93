import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Decision } from '#lib/kernel/policy.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	personId,
	restricted,
	shared,
	supported,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import { canEndHelp, canOpenNetwork, canReadHelp, canWriteHelp } from './policy.ts';

const seen = (decision: Decision) => (decision.outcome === 'allow' ? 'y' : '-');
const SIBLING = personId('zusje');

/** The family of the table with a second child, over whom nobody in it has gezag. */
const withSibling = (family: FamilyFacts): FamilyFacts => ({
	...family,
	participants: [
		...family.participants,
		{
			personId: SIBLING,
			relation: 'kind',
			birthDate: BORN['12'],
			from: day('2020-01-01'),
			until: null
		}
	]
});

const parent = { relation: 'ouder', gezag: 'tweehoofdig' } as const;
const viewers: Record<string, Viewer> = {
	'the child itself': { self: true, relation: 'kind' },
	'parent with gezag': parent,
	'parent without gezag': { relation: 'ouder' },
	'parent, gezag cannot be determined': { relation: 'ouder', gezag: 'niet_te_bepalen' },
	guardian: { relation: 'voogd', gezag: 'voogdij' },
	'foster parent': { relation: 'pleegouder' },
	'family-home parent': { relation: 'gezinshuisouder' },
	'own network': { relation: 'netwerk' },
	'reads along with a parent': { relation: 'steun', parent },
	'network that reads along': { relation: 'netwerk', parent },
	'another child': { relation: 'kind' },
	'other professional': { relation: 'professional' },
	regisseur: { regisseur: 'now' },
	'regisseur until today': { regisseur: 'ended' },
	stranger: {}
};

/** 11y364d, 12, 15y364d, 16, 17y364d, 18: may read a line about the child; may write one. */
const table: Record<string, [read: string, write: string]> = {
	'the child itself': ['-yyyyy', '-yyyyy'],
	'parent with gezag': ['yyy---', 'yyy---'],
	'parent without gezag': ['------', '------'],
	'parent, gezag cannot be determined': ['------', '------'],
	guardian: ['yyy---', 'yyy---'],
	'foster parent': ['------', '------'],
	'family-home parent': ['------', '------'],
	'own network': ['------', '------'],
	'reads along with a parent': ['------', '------'],
	'network that reads along': ['------', '------'],
	'another child': ['------', '------'],
	'other professional': ['------', '------'],
	regisseur: ['yyyyyy', 'yyyyyy'],
	'regisseur until today': ['------', '------'],
	stranger: ['------', '------']
};

const actorFor = (viewer: Viewer): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, viewer.regisseur ? 'second-factor' : 'link');

const help = (family: FamilyFacts, more: object = {}) => ({
	...{ id: 'regel', family, consent: supported, personId: null, children: [CHILD] },
	...{ addedBy: personId('schrijver'), ...more }
});
const write = (family: FamilyFacts, about: (typeof CHILD)[][], more: object = {}) => ({
	...{ id: 'regel', family, consent: supported, about, addedBy: null, ...more }
});

describe.each(Object.entries(table))('%s', (name, [reads, writes]) => {
	const viewer = viewers[name] ?? {};
	const actor = actorFor(viewer);
	const over = (ask: (family: FamilyFacts) => Decision) =>
		AGES.map((age: BornAge) => seen(ask(aFamily(BORN[age], viewer)))).join('');

	test('reads a line about the child', () => {
		expect(over((family) => canReadHelp(actor, help(family)))).toBe(reads);
		expect(over((family) => canOpenNetwork(actor, { ...help(family), helpers: [] }))).toBe(reads);
	});

	test('writes one, and ends it', () => {
		expect(over((family) => canWriteHelp(actor, write(family, [[CHILD]])))).toBe(writes);
		const own = viewer.self ? { addedBy: CHILD } : {};
		expect(over((family) => canEndHelp(actor, help(family, own)))).toBe(writes);
	});

	test('one about a half-sibling only', () => {
		const about = { children: [SIBLING] };
		const expected = name === 'regisseur' ? 'yyyyyy' : '------';
		expect(over((family) => canReadHelp(actor, help(withSibling(family), about)))).toBe(expected);
		expect(over((family) => canWriteHelp(actor, write(withSibling(family), [[SIBLING]])))).toBe(
			expected
		);
	});

	test('one about the whole family, with a half-sibling in it', () => {
		const about = { children: [] };
		const expected = name === 'regisseur' ? 'yyyyyy' : '------';
		expect(over((family) => canReadHelp(actor, help(withSibling(family), about)))).toBe(expected);
		expect(over((family) => canWriteHelp(actor, write(withSibling(family), [[]])))).toBe(expected);
	});

	test('a line that was about a half-sibling as well stays as it is', () => {
		const expected = name === 'regisseur' ? 'yyyyyy' : '------';
		const about = [[CHILD, SIBLING], [CHILD]];
		expect(over((family) => canWriteHelp(actor, write(withSibling(family), about)))).toBe(expected);
	});
});

const family = (viewer: Viewer, age: BornAge = '12') => aFamily(BORN[age], viewer);

test('a visitor, a machine and a regisseur without second factor get nothing', () => {
	for (const actor of [visitor, { kind: 'machine', source: 'gi' } as Actor, aPerson()]) {
		const facts = family({ regisseur: 'now' });
		expect(canReadHelp(actor, help(facts)).outcome).toBe('hide');
		expect(canWriteHelp(actor, write(facts, [[CHILD]])).outcome).toBe('hide');
		expect(canOpenNetwork(actor, { ...help(facts), helpers: [] }).outcome).toBe('hide');
	}
});

test.each([
	['own network', 'y'],
	['foster parent', 'y'],
	['reads along with a parent', 'y'],
	['stranger', '-']
])('whoever helps sees the own line and ends it: %s', (name, expected) => {
	const facts = family(viewers[name] ?? {});
	const own = help(facts, { personId: VIEWER, children: [] });
	expect(seen(canReadHelp(aPerson(), own))).toBe(expected);
	expect(seen(canEndHelp(aPerson(), own))).toBe(expected);
	expect(seen(canOpenNetwork(aPerson(), { ...own, helpers: [VIEWER] }))).toBe(expected);
	expect(seen(canWriteHelp(aPerson(), write(facts, [[CHILD]])))).toBe('-');
	expect(seen(canReadHelp(aPerson(), help(facts, { personId: personId('ander') })))).toBe('-');
});

test('a parent whose view is restricted reads and writes nothing', () => {
	const facts = { ...help(family(parent)), consent: restricted };
	expect(seen(canReadHelp(aPerson(), facts))).toBe('-');
	expect(seen(canWriteHelp(aPerson(), { ...facts, about: [[CHILD]] }))).toBe('-');
});

test('a parent without gezag with whom a youth shares reads, and writes nothing', () => {
	const facts = { ...help(family({ relation: 'ouder' }, '16')), consent: shared };
	expect(seen(canReadHelp(aPerson(), facts))).toBe('y');
	expect(seen(canWriteHelp(aPerson(), { ...facts, about: [[CHILD]] }))).toBe('-');
});

test('a child changes only the lines that it wrote', () => {
	const facts = family({ self: true, relation: 'kind' });
	const asked = (addedBy: typeof CHILD) =>
		seen(canWriteHelp(aPerson(CHILD), write(facts, [[CHILD]], { addedBy })));
	expect([asked(CHILD), asked(VIEWER)]).toEqual(['y', '-']);
});

test('nothing is written about somebody who is no child of the family, or about nobody', () => {
	const facts = family({ regisseur: 'now' });
	const strong = aPerson(VIEWER, 'second-factor');
	expect(seen(canWriteHelp(strong, write(facts, [[personId('elders')]])))).toBe('-');
	expect(seen(canWriteHelp(strong, write({ ...facts, participants: [] }, [[]])))).toBe('-');
	expect(seen(canReadHelp(strong, { ...help({ ...facts, participants: [] }), children: [] }))).toBe(
		'-'
	);
});
