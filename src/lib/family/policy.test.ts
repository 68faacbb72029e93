import { expect, test } from 'vitest';
import { visitor } from '#lib/kernel/actor.ts';
import {
	aFamily,
	aPerson,
	BORN,
	CHILD,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import { canEnterFamily, canOpenCaseload, canReadRegisseur } from './policy.ts';

test.each<[string, BornAge, Viewer, string]>([
	['parent with gezag', '12', { relation: 'ouder', gezag: 'tweehoofdig' }, 'allow'],
	[
		'parent with gezag over a youth of 17',
		'17 years 364 days',
		{ relation: 'ouder', gezag: 'eenhoofdig' },
		'allow'
	],
	['parent of a grown child', '18', { relation: 'ouder', gezag: 'eenhoofdig' }, 'hide'],
	['parent without gezag', '12', { relation: 'ouder' }, 'deny'],
	[
		'parent whose gezag cannot be determined',
		'12',
		{ relation: 'ouder', gezag: 'niet_te_bepalen' },
		'deny'
	],
	['guardian', '12', { relation: 'voogd', gezag: 'voogdij' }, 'allow'],
	['child of 12', '12', { self: true, relation: 'kind' }, 'allow'],
	['child under 12', '11 years 364 days', { self: true, relation: 'kind' }, 'deny'],
	['foster parent', '12', { relation: 'pleegouder' }, 'allow'],
	['grandmother', '12', { relation: 'netwerk' }, 'allow'],
	['stranger', '12', {}, 'hide'],
	['regisseur without second factor', '12', { regisseur: 'now' }, 'hide'],
	['professional without second factor', '12', { relation: 'professional' }, 'hide']
])('who is the regisseur, asked by %s: %3$s', (_, age, viewer, outcome) => {
	const actor = aPerson(viewer.self ? CHILD : VIEWER);
	expect(canReadRegisseur(actor, aFamily(BORN[age], viewer)).outcome).toBe(outcome);
});

test('a visitor learns nothing', () => {
	const family = aFamily(BORN['12'], { relation: 'ouder', gezag: 'tweehoofdig' });
	for (const rule of [canReadRegisseur, canEnterFamily, canOpenCaseload]) {
		expect(rule(visitor, family).outcome).toBe('hide');
	}
});

test.each<[string, Viewer, 'link' | 'second-factor', string]>([
	['the regisseur', { regisseur: 'now' }, 'second-factor', 'allow'],
	['the regisseur without second factor', { regisseur: 'now' }, 'link', 'hide'],
	['the stand-in today', { regisseur: 'stand-in' }, 'second-factor', 'allow'],
	['the stand-in from tomorrow', { regisseur: 'stand-in later' }, 'second-factor', 'hide'],
	['the regisseur until today', { regisseur: 'ended' }, 'second-factor', 'hide'],
	['a professional in the plan', { relation: 'professional' }, 'second-factor', 'hide'],
	['a parent', { relation: 'ouder', gezag: 'eenhoofdig' }, 'second-factor', 'hide']
])('the caseload, opened by %s', (_, viewer, assurance, outcome) => {
	expect(canOpenCaseload(aPerson(VIEWER, assurance), aFamily(BORN['12'], viewer)).outcome).toBe(
		outcome
	);
});

test.each<[string, Viewer, string]>([
	['a parent without gezag', { relation: 'ouder' }, 'allow'],
	[
		'someone who left',
		{ relation: 'netwerk', until: '2026-11-22' as Viewer['until'] & string },
		'hide'
	],
	['a regisseur who is not in the family', { regisseur: 'now' }, 'hide'],
	['a professional without second factor', { relation: 'professional' }, 'hide']
])('the first page, opened by %s', (_, viewer, outcome) => {
	expect(canEnterFamily(aPerson(), aFamily(BORN['12'], viewer)).outcome).toBe(outcome);
});
