import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import type { FamilyFacts, FamilyId } from '#lib/family/model.ts';
import { personId, TODAY } from '../../../tests/support/facts.ts';
import { signersOf, stateOf } from './rules.ts';

const LONG_AGO = day('2020-01-01');
const period = { from: LONG_AGO, until: null };

const family: FamilyFacts = {
	id: 'gezin' as FamilyId,
	today: TODAY,
	participants: [
		{ personId: personId('Sam'), relation: 'kind', birthDate: day('2016-01-01'), ...period },
		{ personId: personId('Noor'), relation: 'kind', birthDate: day('2014-11-22'), ...period },
		{ personId: personId('moeder'), relation: 'ouder', birthDate: null, ...period },
		{ personId: personId('vader'), relation: 'ouder', birthDate: null, ...period },
		{ personId: personId('ex'), relation: 'ouder', birthDate: null, ...period, until: TODAY },
		{ personId: personId('oma'), relation: 'netwerk', birthDate: null, ...period }
	],
	gezag: [
		...['moeder', 'ex'].flatMap((holder) =>
			['Sam', 'Noor'].map((child) => ({
				...{ holderId: personId(holder), childId: personId(child), kind: 'gezamenlijk' as const },
				...period
			}))
		),
		{ holderId: personId('vader'), childId: personId('Sam'), kind: 'niet_te_bepalen', ...period }
	],
	assignments: [
		{
			...{ id: 'a' as never, personId: personId('Anna'), ...period },
			...{ standInId: personId('Bo'), standInFrom: LONG_AGO, standInUntil: null }
		}
	]
};

describe('whose yes is asked', () => {
	test.each([
		['both children', ['Sam', 'Noor'], ['Noor', 'moeder', 'Anna']],
		['the child of 10', ['Sam'], ['moeder', 'Anna']],
		['the child who turned 12 today', ['Noor'], ['Noor', 'moeder', 'Anna']]
	])('%s', (_, children, expected) => {
		expect(signersOf(family, children.map(personId), () => true)).toEqual(expected);
	});

	test('who may not read it is not asked; the regisseur always is', () => {
		expect(signersOf(family, [personId('Noor')], () => false)).toEqual(['Anna']);
	});
});

test.each([
	[[], 'waiting'],
	[['ja', 'ja'], 'agreed'],
	[['ja', null], 'waiting'],
	[['nee', null], 'disputed'],
	[['ja', 'nee'], 'disputed']
] as const)('%j is %s', (said, state) => {
	expect(stateOf(said)).toBe(state);
});
