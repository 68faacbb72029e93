import { describe, expect, test } from 'vitest';
import {
	allInOrder,
	basicsNow,
	isOpenStay,
	mayBe,
	somebodyStays,
	stayExpires
} from './basis.rules.ts';
import { DOMAINS } from './model.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const EARLIER = new Date('2026-11-01T12:00:00Z');
const stay = (says: 'ja' | 'nee' | null, withdrawn = false, expiresAt = stayExpires(NOW)) => ({
	...{ says, withdrawnAt: withdrawn ? EARLIER : null, expiresAt }
});

test('a first answer is awaited for thirty days', () => {
	expect(stayExpires(NOW)).toEqual(new Date('2026-12-22T12:00:00Z'));
});

test.each([
	['asked', stay(null), true],
	['asked, and the last moment is over', stay(null, false, NOW), false],
	['asked, and taken back', stay(null, true), false],
	['a yes of long ago', stay('ja', false, EARLIER), true],
	['a no of long ago', stay('nee', false, EARLIER), true],
	['a yes, taken back by the youth', stay('ja', true), false]
])('%s can be answered: %s', (_, one, open) => {
	expect(isOpenStay(one, NOW)).toBe(open);
});

test.each([
	[[], false],
	[[stay(null)], false],
	[[stay('nee')], false],
	[[stay('ja', true)], false],
	[[stay('nee'), stay('ja')], true]
])('%j: somebody stays %s', (stays, somebody) => {
	expect(somebodyStays(stays)).toBe(somebody);
});

describe('the basics', () => {
	const all = DOMAINS.map((basic) => ({ basic, state: 'op_orde' as const }));

	test('are in order only with somebody who stays', () => {
		expect(allInOrder(basicsNow(all, true))).toBe(true);
		expect(allInOrder(basicsNow(all, false))).toBe(false);
		expect(basicsNow(all, false)[0]).toEqual({ basic: 'mensen', state: 'bezig' });
		expect(basicsNow(all, false).slice(1)).toEqual(all.slice(1));
	});

	test('stand open as long as nothing was said', () => {
		expect(basicsNow([], true).map(({ state }) => state)).toEqual([null, null, null, null, null]);
	});

	test.each([
		['mensen', 'op_orde', false, false],
		['mensen', 'op_orde', true, true],
		['mensen', 'bezig', false, true],
		['wonen', 'op_orde', false, true]
	] as const)('%s may be called %s, with a yes %s: %s', (basic, state, stays, may) => {
		expect(mayBe(basic, state, stays)).toBe(may);
	});
});
