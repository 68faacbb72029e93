import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import { canUseGuestPlan } from './guest.policy.ts';
import { daysAfter, joinWords } from './guest.rules.ts';

test.each([
	['', 'Sparen', 'Sparen'],
	['Werken', '', 'Werken'],
	['Sparen', 'Sparen', 'Sparen'],
	['Werken', 'Sparen', 'Werken\nSparen'],
	['Werken\nSparen', 'Sparen', 'Werken\nSparen'],
	['Niet sparen', 'sparen', 'Niet sparen\nsparen']
])('%j with %j', (own, guest, joined) => {
	expect(joinWords(own, guest)).toBe(joined);
});

test('fourteen days are fourteen times as long as a day, also when the clock changes', () => {
	const until = daysAfter(new Date('2026-10-20T10:00:00Z'), 14);
	expect(until.toISOString()).toBe('2026-11-03T10:00:00.000Z');
});

describe('who may use it', () => {
	const someone: Actor = { kind: 'person', id: 'Noor' as PersonId, assurance: 'link' };
	const machine: Actor = { kind: 'machine', source: 'bron' as Id<'Organisation'> };
	test.each<[string, Actor, boolean, string]>([
		['a visitor with the secret', visitor, false, 'allow'],
		['somebody who is signed in, with the secret', someone, false, 'allow'],
		['a visitor after its end', visitor, true, 'hide'],
		['somebody who is signed in, after its end', someone, true, 'hide'],
		['a case system', machine, false, 'hide']
	])('%s', (_, actor, over, outcome) => {
		expect(canUseGuestPlan(actor, { id: 'gast', over }).outcome).toBe(outcome);
	});
});
